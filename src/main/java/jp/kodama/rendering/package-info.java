/**
 * Turns an alert into exactly the bytes a channel puts out. Preview, drill and air use
 * the same.
 */
@NullMarked
package jp.kodama.rendering;

import org.jspecify.annotations.NullMarked;
