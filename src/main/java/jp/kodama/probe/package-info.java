/**
 * The self-test: every few minutes a telegram marked 試験 walks the whole way from the
 * front door to every channel's last own step, and somebody is told if it does not
 * arrive.
 */
@NullMarked
package jp.kodama.probe;

import org.jspecify.annotations.NullMarked;
