package jp.kodama.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * What really travels on the loopback interface to and from some ports, as tcpdump sees
 * it: independent of anything that the engine or a sink counts. Needs root.
 */
public final class Capture implements AutoCloseable {

	private final List<String> packets = new CopyOnWriteArrayList<>();

	private final List<String> remarks = new CopyOnWriteArrayList<>();

	private final Process tcpdump;

	private Capture(Process tcpdump) {
		this.tcpdump = tcpdump;
		follow(tcpdump.inputReader(StandardCharsets.UTF_8), this.packets);
		follow(tcpdump.errorReader(StandardCharsets.UTF_8), this.remarks);
	}

	/** Why this machine cannot capture; empty if it can. */
	public static String impossible() throws IOException {
		if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
			return "only root may capture packets";
		}
		return tool().isEmpty() ? "tcpdump is not installed: setup/test-parts.sh" : "";
	}

	/** Captures from now on; listening when this returns. */
	public static Capture of(int... ports) throws IOException {
		String filter = IntStream.of(ports).mapToObj((port) -> "port " + port).collect(Collectors.joining(" or "));
		Capture capture = new Capture(new ProcessBuilder(tool().orElseThrow().toString(), "-i", "lo", "-nn", "-q", "-l",
				"--immediate-mode", filter)
			.start());
		await().until(() -> capture.remarks.stream().anyMatch((line) -> line.startsWith("listening on")));
		return capture;
	}

	/** The packets to or from a port so far, handshakes and empty ones among them. */
	public long packets(int port) {
		return this.packets.stream().filter((line) -> line.matches(".* [0-9.:a-f]+[.]" + port + "[ :].*")).count();
	}

	@Override
	public void close() {
		this.tcpdump.destroy();
	}

	private static Optional<Path> tool() {
		return Stream.of("/usr/bin/tcpdump", "/usr/sbin/tcpdump").map(Path::of).filter(Files::isExecutable).findFirst();
	}

	private static void follow(BufferedReader from, List<String> into) {
		Thread thread = new Thread(() -> {
			try (from) {
				from.lines().forEach(into::add);
			}
			catch (IOException | UncheckedIOException ex) {
				// The capture is over.
			}
		}, "tcpdump");
		thread.setDaemon(true);
		thread.start();
	}

}
