package jp.kodama.channel.sms.provider;

import java.util.Set;

import jp.kodama.delivery.ChannelSettings;

/** Knows how to reach one kind of provider. */
public interface ProviderKind {

	/** The schemes of the addresses it takes: {@code https}, {@code smpp}, … */
	Set<String> schemes();

	/**
	 * Makes one ready; connects when first used.
	 * @throws IllegalStateException or IllegalArgumentException that says what is missing
	 */
	Provider open(ProviderAddress address, ChannelSettings channel);

}
