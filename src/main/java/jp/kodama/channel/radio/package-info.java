/**
 * The disaster radio (防災行政無線): an alert becomes a script, and the script becomes sound
 * with chime and siren.
 */
@NullMarked
package jp.kodama.channel.radio;

import org.jspecify.annotations.NullMarked;
