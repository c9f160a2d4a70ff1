/**
 * Email: composes one mail per recipient and hands it to the municipality's mail server,
 * over connections that are kept.
 */
@NullMarked
package jp.kodama.channel.email;

import org.jspecify.annotations.NullMarked;
