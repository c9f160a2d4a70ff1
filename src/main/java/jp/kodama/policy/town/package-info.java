/**
 * A municipality's own policy as it is written: the file, its schema, its rules. Knows
 * nothing of the tables that it changes.
 */
@NullMarked
@NamedInterface("town")
package jp.kodama.policy.town;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
