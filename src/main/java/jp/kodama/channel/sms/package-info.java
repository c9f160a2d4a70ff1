/**
 * SMS: one short text per language, posted to Twilio once for each recipient.
 */
@NullMarked
package jp.kodama.channel.sms;

import org.jspecify.annotations.NullMarked;
