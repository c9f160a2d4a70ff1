/** How long from inbox to the first byte on each channel. */
@NullMarked
package jp.kodama.bench.inbox;

import org.jspecify.annotations.NullMarked;
