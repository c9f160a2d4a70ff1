/**
 * Where broadcasts are listened to: streams, multicast, sound cards, files; and how each
 * is doing.
 */
@NullMarked
@NamedInterface("monitor")
package jp.kodama.backchannel.monitor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
