/**
 * What a received telegram leads to, per municipality: automatic release, an officer's
 * decision, a record only. All rules are data under {@code config/policy}.
 */
@NullMarked
package jp.kodama.policy;

import org.jspecify.annotations.NullMarked;
