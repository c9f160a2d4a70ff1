/** How long from outage to the first byte on each channel. */
@NullMarked
package jp.kodama.bench.outage;

import org.jspecify.annotations.NullMarked;
