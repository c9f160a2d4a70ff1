/**
 * The municipality's alert site: a few static files that any web server carries through a
 * rush, and the feeds that Kodama serves itself.
 */
@NullMarked
package jp.kodama.channel.website;

import org.jspecify.annotations.NullMarked;
