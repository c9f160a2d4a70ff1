package jp.kodama.channel.radio.sip;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.sip.ResponseEvent;
import javax.sip.header.CSeqHeader;

import org.jspecify.annotations.Nullable;

/** The answers that a call waits for, and whether waiting still makes sense. */
final class Mailbox {

	private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(200);

	private final BlockingQueue<ResponseEvent> answers = new LinkedBlockingQueue<>();

	private volatile boolean cut;

	void put(ResponseEvent answer) {
		this.answers.add(answer);
	}

	/** Nothing will come any more. */
	void cut() {
		this.cut = true;
	}

	/**
	 * The next answer to a method.
	 * @param deadline by {@link System#nanoTime()}
	 * @return null if none came in time, or the way to the other end was lost
	 */
	@Nullable ResponseEvent next(String method, long deadline) throws InterruptedException {
		while (!this.cut) {
			long wait = Math.min(GLANCE, deadline - System.nanoTime());
			ResponseEvent answer = this.answers.poll(Math.max(wait, 0), TimeUnit.NANOSECONDS);
			if (answer != null && method(answer).equals(method)) {
				return answer;
			}
			if (answer == null && wait <= 0) {
				return null;
			}
		}
		return null;
	}

	private static String method(ResponseEvent answer) {
		return ((CSeqHeader) answer.getResponse().getHeader(CSeqHeader.NAME)).getMethod();
	}

}
