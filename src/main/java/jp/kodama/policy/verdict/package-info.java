/**
 * What becomes of a received message: AUTO, HOLD, RECORD, IGNORE or REJECT.
 */
@NullMarked
@NamedInterface("verdict")
package jp.kodama.policy.verdict;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
