package jp.kodama.bench;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Posts alerts as a program does. Each updates the one before, as in a real event, so one
 * stands at a time. Times start when a request was due, so a stall is charged to whoever
 * caused it.
 */
public final class Posts {

	private static final String ALERT = """
			{"event": "避難指示", "level": 4, "headline": "避難指示 %d", "instruction": "危険な場所から全員避難してください。",
			 "description": "土砂災害の危険が非常に高まっています。", "expiresIn": "PT12H"}""";

	private final Engine engine;

	private @Nullable String last;

	private int number;

	/** To an engine that runs. */
	public Posts(Engine engine) {
		this.engine = engine;
	}

	/** Posts some at a steady rate. */
	public List<Post> at(double perSecond, int count) throws Exception {
		List<Post> posts = new ArrayList<>();
		long begin = System.nanoTime();
		for (int i = 1; i <= count; i++) {
			long due = begin + (long) (i * 1e9 / perSecond);
			long wait = due - System.nanoTime();
			if (wait > 0) {
				Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
			}
			long start = Math.max(due, Math.min(System.nanoTime(), due + 1_000_000));
			String path = (this.last != null) ? "/" + this.last + "/update" : "";
			this.last = this.engine.post("/api/v1/alerts" + path + "?release=true", ALERT.formatted(++this.number))
				.get("identifier")
				.asString();
			posts.add(new Post(start, System.nanoTime()));
		}
		return posts;
	}

	/**
	 * One alert.
	 *
	 * @param due when it was to be posted, {@link System#nanoTime()}
	 * @param acknowledged when the answer was there
	 */
	public record Post(long due, long acknowledged) {
	}

}
