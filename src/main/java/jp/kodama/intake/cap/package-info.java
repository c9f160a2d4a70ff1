/**
 * Reads messages in CAP 1.2 (OASIS Common Alerting Protocol) from other senders.
 */
@NullMarked
package jp.kodama.intake.cap;

import org.jspecify.annotations.NullMarked;
