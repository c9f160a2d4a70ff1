/** How long from release to the first packet of sound, and how evenly packets leave. */
@NullMarked
package jp.kodama.bench.radio;

import org.jspecify.annotations.NullMarked;
