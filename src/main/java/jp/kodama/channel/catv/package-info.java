/**
 * Cable television's text pages: columns × rows as a character generator draws them, in
 * the characters it knows.
 */
@NullMarked
package jp.kodama.channel.catv;

import org.jspecify.annotations.NullMarked;
