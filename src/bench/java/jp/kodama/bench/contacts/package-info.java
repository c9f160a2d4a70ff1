/**
 * 200,000 residents by CSV, one row in a hundred bad: seconds and memory of the check, of
 * taking them in, and how long looking one up takes afterwards.
 */
@NullMarked
package jp.kodama.bench.contacts;

import org.jspecify.annotations.NullMarked;
