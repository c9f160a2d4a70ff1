/** How long from entry to the first byte on each channel. */
@NullMarked
package jp.kodama.bench.entry;

import org.jspecify.annotations.NullMarked;
