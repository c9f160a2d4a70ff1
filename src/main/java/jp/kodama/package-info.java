/**
 * Kodama: one emergency alert, entered once, echoes through every channel a municipality
 * has.
 */
@NullMarked
package jp.kodama;

import org.jspecify.annotations.NullMarked;
