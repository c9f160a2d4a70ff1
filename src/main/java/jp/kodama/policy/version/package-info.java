/**
 * The versions of the municipality's own policy: proposed by one person, activated by
 * another, never changed afterwards.
 */
@NullMarked
@NamedInterface("version")
package jp.kodama.policy.version;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
