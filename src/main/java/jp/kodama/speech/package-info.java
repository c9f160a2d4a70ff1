/**
 * Turns text into speech, each language by an engine that really speaks it, and holds
 * sound as such. Knows nothing of alerts.
 */
@NullMarked
package jp.kodama.speech;

import org.jspecify.annotations.NullMarked;
