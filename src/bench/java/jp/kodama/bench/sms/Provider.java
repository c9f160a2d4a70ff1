package jp.kodama.bench.sms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.bench.Harness;
import tools.jackson.databind.JsonNode;

/** The harness' HTTP sink, which answers as Twilio does. */
record Provider(Harness sink, int port) implements AutoCloseable {

	/**
	 * Starts it.
	 * @param delay before each answer, in milliseconds
	 * @param cap texts a second, beyond which it answers 429; 0 for none
	 */
	static Provider start(Path project, int delay, int cap) throws IOException, InterruptedException {
		int port = Harness.free();
		return new Provider(new Harness(project, "HttpSink", port,
				List.of(Integer.toString(port), "201", Integer.toString(delay), "0", Integer.toString(cap))), port);
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/** total, first_ns, last_ns, refused, max_conns … of what it took. */
	JsonNode stats() throws IOException, InterruptedException {
		return this.sink.stats();
	}

	/** Counts from nothing. */
	void reset() throws IOException, InterruptedException {
		this.sink.reset();
	}

	@Override
	public void close() throws InterruptedException {
		this.sink.close();
	}

}
