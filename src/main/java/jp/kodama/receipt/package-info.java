/**
 * What is known of whom: receipts that are never overwritten, and the hash chain that
 * shows if anybody changed them.
 */
@NullMarked
package jp.kodama.receipt;

import org.jspecify.annotations.NullMarked;
