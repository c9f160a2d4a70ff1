/** Mass mailing: how fast, at what cost, and what gets lost or doubled. */
@NullMarked
package jp.kodama.bench.mail;

import org.jspecify.annotations.NullMarked;
