/**
 * The command line: {@code ./kodama explain}, {@code replay}, {@code send} and the like.
 */
@NullMarked
package jp.kodama.command;

import org.jspecify.annotations.NullMarked;
