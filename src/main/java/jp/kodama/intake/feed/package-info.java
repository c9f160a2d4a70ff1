/**
 * Telegrams by Atom feeds (気象庁防災情報XML, or CAP of others): polls them as gently as their
 * provider asks for, fetches what is new, and after an outage finds what was missed.
 */
@NullMarked
package jp.kodama.intake.feed;

import org.jspecify.annotations.NullMarked;
