/**
 * Whether what was aired was heard: a recording is compared with the very bytes that were
 * sent.
 */
@NullMarked
@NamedInterface("aircheck")
package jp.kodama.backchannel.aircheck;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
