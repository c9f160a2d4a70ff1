package jp.kodama.channel.sms;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jp.kodama.channel.sms.provider.Dispatch.Sent;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What batches have on its way now. One that has a text another has too waits for that
 * one's answer instead of sending it again. Between nodes only what is written down
 * counts.
 */
@Component
class Once {

	private final Map<Job.Key, CompletableFuture<Sent>> underWay = new ConcurrentHashMap<>();

	/**
	 * Claims a text.
	 * @return the answer that somebody else waits for; null if it is the caller's to send
	 */
	@Nullable CompletableFuture<Sent> claim(Job.Key key, CompletableFuture<Sent> own) {
		return this.underWay.putIfAbsent(key, own);
	}

	/** The answers are written down; whoever comes now finds them there. */
	void release(Collection<Job.Key> keys) {
		keys.forEach(this.underWay::remove);
	}

}
