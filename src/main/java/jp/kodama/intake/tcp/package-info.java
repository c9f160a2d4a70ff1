/**
 * Telegrams over TCP: connections that others open to us, cut into letters.
 */
@NullMarked
package jp.kodama.intake.tcp;

import org.jspecify.annotations.NullMarked;
