/**
 * Reads telegrams of the Japan Meteorological Agency (気象庁防災情報XML).
 */
@NullMarked
package jp.kodama.intake.jma;

import org.jspecify.annotations.NullMarked;
