/**
 * The radio's own echo: listens to broadcasts, turns them into text, and proves that what
 * was aired was heard.
 */
@NullMarked
package jp.kodama.backchannel;

import org.jspecify.annotations.NullMarked;
