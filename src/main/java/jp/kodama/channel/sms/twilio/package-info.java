/**
 * Texts by Twilio: its SDK to send and to ask, and the addresses where it tells what
 * became of a message and what somebody answered.
 */
@NullMarked
package jp.kodama.channel.sms.twilio;

import org.jspecify.annotations.NullMarked;
