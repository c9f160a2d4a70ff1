/**
 * The engines that turn speech into text: Vosk within the process, Julius as a program of
 * its own.
 */
@NullMarked
package jp.kodama.speech.recognition;

import org.jspecify.annotations.NullMarked;
