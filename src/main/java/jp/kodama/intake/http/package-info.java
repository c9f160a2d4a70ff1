/**
 * Telegrams over HTTP: others push them to {@code /hooks/intake/<source>}.
 */
@NullMarked
package jp.kodama.intake.http;

import org.jspecify.annotations.NullMarked;
