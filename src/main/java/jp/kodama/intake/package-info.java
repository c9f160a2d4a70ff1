/**
 * Every way in for messages of others: reads them, has the policy decide, makes alerts of
 * them.
 */
@NullMarked
package jp.kodama.intake;

import org.jspecify.annotations.NullMarked;
