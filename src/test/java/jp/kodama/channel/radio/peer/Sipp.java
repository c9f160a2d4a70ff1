package jp.kodama.channel.radio.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.awaitility.Awaitility.await;

/**
 * A telephone (SIPp) that does what a scenario of {@code src/test/resources/sip} says,
 * once.
 */
public final class Sipp implements AutoCloseable {

	private final PeerProcess process;

	private final int port;

	private Sipp(PeerProcess process, int port) {
		this.process = process;
		this.port = port;
	}

	/** One that waits for its call. */
	public static Sipp playing(Path folder, String scenario) throws IOException {
		int port = PeerProcess.freePort();
		Path file = Path.of("src/test/resources/sip", scenario + ".xml").toAbsolutePath();
		PeerProcess process = PeerProcess.start(folder, List.of("sipp", "-sf", file.toString(), "-i", "127.0.0.1", "-p",
				Integer.toString(port), "-m", "1", "-nostdin", "-timeout", "30s", "-trace_err"));
		await().until(() -> PeerProcess.taken(port));
		return new Sipp(process, port);
	}

	/** How it is called. */
	public String uri() {
		return "sip:unit@127.0.0.1:" + this.port;
	}

	/** Whether all went as its scenario says. */
	public boolean content() throws InterruptedException {
		return this.process.ended() == 0;
	}

	@Override
	public void close() throws InterruptedException {
		this.process.close();
	}

}
