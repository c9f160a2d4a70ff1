/**
 * Satellite receivers: the lines of NMEA sentences they write, of which the reports of
 * Michibiki become letters.
 */
@NullMarked
package jp.kodama.intake.nmea;

import org.jspecify.annotations.NullMarked;
