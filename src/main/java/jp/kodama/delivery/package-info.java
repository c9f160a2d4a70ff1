/**
 * Fan-out, outbox, retry: carries each alert to each channel and says honestly what
 * became of it. Holds the SPI of a channel.
 */
@NullMarked
package jp.kodama.delivery;

import org.jspecify.annotations.NullMarked;
