/**
 * The engines that turn speech into text: Vosk and Julius, each as a program of its own,
 * so that neither can harm the process that warns.
 */
@NullMarked
package jp.kodama.speech.recognition;

import org.jspecify.annotations.NullMarked;
