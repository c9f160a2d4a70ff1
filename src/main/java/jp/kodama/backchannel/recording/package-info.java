/**
 * Keeps what was heard, each recording under the hash of its bytes.
 */
@NullMarked
@NamedInterface("recording")
package jp.kodama.backchannel.recording;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
