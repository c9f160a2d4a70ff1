/**
 * The sources: which there are, how each is doing, and the start of each by the route
 * template of its kind.
 */
@NullMarked
@NamedInterface("source")
package jp.kodama.intake.source;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
