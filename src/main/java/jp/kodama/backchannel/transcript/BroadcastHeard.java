package jp.kodama.backchannel.transcript;

import java.util.List;

import jp.kodama.backchannel.segment.Broadcast;
import jp.kodama.speech.Word;

/**
 * A broadcast that is over, and what was understood of it.
 *
 * @param broadcast its sound
 * @param words in order; empty if nothing was understood
 * @param trouble why the recogniser understood nothing; empty if it worked
 * @param ours the delivery that aired it, if it was aired by us; else empty
 * @param like the delivery whose words it resembles, though it does not sound like it;
 * else empty
 */
public record BroadcastHeard(Broadcast broadcast, List<Word> words, String trouble, String ours, String like) {

	/** Cannot be changed. */
	public BroadcastHeard {
		words = List.copyOf(words);
	}

	/** The same, known to be ours, or to resemble ours. */
	public BroadcastHeard known(String byDelivery, String likeDelivery) {
		return new BroadcastHeard(this.broadcast, this.words, this.trouble, byDelivery, likeDelivery);
	}

	/** Whether it was not aired by us. */
	public boolean foreign() {
		return this.ours.isEmpty();
	}

}
