/** How long a telegram takes under load, and how many a second. */
@NullMarked
package jp.kodama.bench.ingest;

import org.jspecify.annotations.NullMarked;
