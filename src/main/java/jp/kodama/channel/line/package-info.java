/**
 * LINE: one flex message per language, multicast by the Messaging API.
 */
@NullMarked
package jp.kodama.channel.line;

import org.jspecify.annotations.NullMarked;
