/** Tests of the site and its feeds. */
@NullMarked
package jp.kodama.channel.website;

import org.jspecify.annotations.NullMarked;
