/**
 * The officers' pages: compose, preview, approve, watch. Rendered on the server; calm,
 * large, Japanese first.
 */
@NullMarked
package jp.kodama.console;

import org.jspecify.annotations.NullMarked;
