/**
 * Who may do what: officers' accounts, programs' tokens, and the rules of every path.
 */
@NullMarked
package jp.kodama.accounts;

import org.jspecify.annotations.NullMarked;
