/** Tests of screens. */
@NullMarked
package jp.kodama.channel.signage;

import org.jspecify.annotations.NullMarked;
