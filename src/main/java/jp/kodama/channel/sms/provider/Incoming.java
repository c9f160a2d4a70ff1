package jp.kodama.channel.sms.provider;

import java.time.Instant;
import java.util.List;

import jp.kodama.delivery.LateReport;

/** What providers tell by themselves. Each call is one commit. */
public interface Incoming {

	/** The channel's id. */
	String CHANNEL = "sms";

	/**
	 * Something became of a message.
	 * @param last whether the provider will say no more of it
	 */
	void report(LateReport report, boolean last);

	/** Somebody answered. Told twice, it is kept once. */
	void reply(Reply reply);

	/** Whoever has a number has said stop, and the provider knows. */
	void stopped(String number, String reason);

	/**
	 * Messages without a last word that it is time to ask about; counts them as asked.
	 */
	List<Asked> ask(String provider, int most);

	/**
	 * An answer.
	 *
	 * @param id the provider's number of it
	 * @param provider which
	 * @param from the number it came from, in E.164
	 * @param words what it says
	 * @param at when it came
	 */
	record Reply(String id, String provider, String from, String words, Instant at) {
	}

}
