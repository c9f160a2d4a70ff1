/**
 * The clock of what waits for an officer: since when, and when it alarms again.
 */
@NullMarked
@NamedInterface("hold")
package jp.kodama.policy.hold;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
