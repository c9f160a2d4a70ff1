/**
 * Compares what was said with what was heard: by kana for Japanese, by words otherwise,
 * places, levels and numbers apart.
 */
@NamedInterface("alignment")
@NullMarked
package jp.kodama.speech.alignment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
