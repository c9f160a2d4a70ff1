/** Tests of the text pages. */
@NullMarked
package jp.kodama.channel.catv;

import org.jspecify.annotations.NullMarked;
