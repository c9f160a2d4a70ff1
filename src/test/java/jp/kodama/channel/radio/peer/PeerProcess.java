package jp.kodama.channel.radio.peer;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A program of another project, started and stopped by a test. Without it, the test is
 * skipped and says why.
 */
public final class PeerProcess implements AutoCloseable {

	private final Process process;

	private final Path log;

	private PeerProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/** Starts it in a folder of its own; what it prints is in {@code log} there. */
	public static PeerProcess start(Path folder, List<String> command) throws IOException {
		String program = command.get(0);
		assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)),
				program + " is missing: setup/test-parts.sh installs it");
		Path log = Files.createDirectories(folder).resolve("log");
		Process process = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		return new PeerProcess(process, log);
	}

	/** A port of the loopback that nobody has, even and with a free one above. */
	public static int freePort() throws IOException {
		while (true) {
			try (DatagramSocket socket = new DatagramSocket(
					new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
				if (socket.getLocalPort() % 2 == 0) {
					return socket.getLocalPort();
				}
			}
		}
	}

	/** Whether somebody listens on a port of the loopback. */
	static boolean taken(int port) {
		try (DatagramSocket socket = new DatagramSocket(
				new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
			return !socket.isBound();
		}
		catch (IOException ex) {
			return true;
		}
	}

	/** Waits until it has printed something. */
	public PeerProcess says(String words) {
		await().until(() -> printed().contains(words));
		return this;
	}

	/** All it has printed so far. */
	public String printed() throws IOException {
		return new String(Files.readAllBytes(this.log), StandardCharsets.ISO_8859_1);
	}

	/** Waits for its end: what it returned. */
	public int ended() throws InterruptedException {
		if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
			throw new AssertionError("the peer does not end: " + this.log);
		}
		return this.process.exitValue();
	}

	/** SIGKILL. */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
			kill();
		}
	}

}
