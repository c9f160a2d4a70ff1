/** Tests of what other machines read. */
@NullMarked
package jp.kodama.rendering.cap;

import org.jspecify.annotations.NullMarked;
