package jp.kodama.backchannel.aircheck;

import jp.kodama.alert.Alert;

/**
 * What was aired, to the last sample.
 *
 * @param airing when and by which delivery
 * @param alert what it told
 * @param spectrum its sound; nothing if that is not to be had
 * @param seconds how long it lasts
 * @param words its scripts
 */
record Aired(Airing airing, Alert alert, Spectrum spectrum, double seconds, String words) {
}
