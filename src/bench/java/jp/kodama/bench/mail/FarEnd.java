package jp.kodama.bench.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.bench.Harness;
import tools.jackson.databind.JsonNode;

/**
 * The harness' mail sink: as fast as a sink can be, counts who got mail and who got it
 * twice.
 */
record FarEnd(Harness sink, int port) implements AutoCloseable {

	/**
	 * Starts it.
	 * @param refuseEvery every n-th RCPT is answered 451; 0 for none
	 */
	static FarEnd start(Path project, int refuseEvery) throws IOException, InterruptedException {
		int port = Harness.free();
		int control = Harness.free();
		return new FarEnd(new Harness(project, "SmtpSink", control,
				List.of(Integer.toString(port), Integer.toString(control), Integer.toString(refuseEvery))), port);
	}

	/** total, distinct, dup, span_s, per_s, max_sessions … */
	JsonNode stats() throws IOException, InterruptedException {
		return this.sink.stats();
	}

	/** Counts from nothing. */
	void reset() throws IOException, InterruptedException {
		this.sink.reset();
	}

	double cpuSeconds() {
		return this.sink.cpuSeconds();
	}

	@Override
	public void close() throws InterruptedException {
		this.sink.close();
	}

}
