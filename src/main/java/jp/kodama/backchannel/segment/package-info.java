/**
 * Where a broadcast begins and ends: chimes, sirens and voices in a sound that never
 * stops.
 */
@NullMarked
@NamedInterface("segment")
package jp.kodama.backchannel.segment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
