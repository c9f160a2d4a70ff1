/**
 * What a way to send texts owes, and how several of them share the work: routes by
 * prefix, caps, health, and what each of a provider's codes leads to.
 */
@NullMarked
package jp.kodama.channel.sms.provider;

import org.jspecify.annotations.NullMarked;
