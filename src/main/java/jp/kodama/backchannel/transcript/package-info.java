/**
 * What was said on the radio, as text: while it is spoken, and as a draft for officers.
 */
@NullMarked
@NamedInterface("transcript")
package jp.kodama.backchannel.transcript;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
