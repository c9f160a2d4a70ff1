/** What survives a kill at any instant. */
@NullMarked
package jp.kodama.bench.crash;

import org.jspecify.annotations.NullMarked;
