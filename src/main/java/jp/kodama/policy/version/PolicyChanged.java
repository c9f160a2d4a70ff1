package jp.kodama.policy.version;

import java.time.Instant;

/**
 * A version of the policy was proposed, activated or refused. Published inside the
 * transaction that did it, so a listener's writes commit or fail with it.
 *
 * @param town JIS X 0402
 * @param version which
 * @param to where it stands now
 * @param by who did it
 * @param detail what changed and why, in words
 * @param at when
 */
public record PolicyChanged(String town, int version, PolicyVersion.State to, String by, String detail, Instant at) {
}
