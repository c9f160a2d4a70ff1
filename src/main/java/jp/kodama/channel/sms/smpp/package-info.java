/**
 * Texts by SMPP 3.4, straight to a carrier's or an aggregator's SMSC: submit_sm with
 * concatenation, delivery receipts, answers.
 */
@NullMarked
package jp.kodama.channel.sms.smpp;

import org.jspecify.annotations.NullMarked;
