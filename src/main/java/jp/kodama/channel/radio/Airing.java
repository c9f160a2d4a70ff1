package jp.kodama.channel.radio;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.kodama.rendering.Composition;

/** Which time an alert is aired: the first, or again while it is in force. */
final class Airing {

	private static final Pattern AGAIN = Pattern.compile("\\.again-(\\d+)$");

	private Airing() {
	}

	/** The batch of a delivery that says an alert again. */
	static String batch(int number) {
		return "again-" + number;
	}

	/** 0 the first time, 1 the first time again … */
	static int again(Composition composition) {
		Matcher batch = AGAIN.matcher(composition.deliveryId());
		return batch.find() ? Integer.parseInt(batch.group(1)) : 0;
	}

}
