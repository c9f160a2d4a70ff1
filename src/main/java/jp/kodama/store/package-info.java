/**
 * The embedded store: one SQLite file, one writer, group commit; or PostgreSQL.
 */
@NullMarked
package jp.kodama.store;

import org.jspecify.annotations.NullMarked;
