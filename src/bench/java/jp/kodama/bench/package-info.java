/** Benchmarks, run by {@code ./kodama bench}, never by the tests' clock. */
@NullMarked
package jp.kodama.bench;

import org.jspecify.annotations.NullMarked;
