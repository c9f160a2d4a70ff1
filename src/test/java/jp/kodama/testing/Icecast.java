package jp.kodama.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real Icecast server that plays files; the story is skipped where it is missing. */
public final class Icecast implements AutoCloseable {

	private final jp.kodama.bench.Icecast server;

	/** Starts it. */
	public Icecast(Path folder) throws IOException {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/icecast2")),
				"no icecast2: apt-get install icecast2");
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "no ffmpeg: apt-get install ffmpeg");
		this.server = new jp.kodama.bench.Icecast(folder);
		Awaitility.await().ignoreExceptions().until(() -> this.server.status("") > 0);
	}

	/** Where a mount is heard. */
	public String uri(String mount) {
		return this.server.uri(mount);
	}

	/**
	 * Plays a file to a mount, as fast as it sounds, once, after some seconds of nothing.
	 */
	public Process play(Path file, String mount, int silence) throws IOException {
		Process player = this.server.play(mount,
				List.of("-re", "-i", file.toString(), "-af", "adelay=" + 1000 * silence + ",apad=pad_dur=600"));
		Awaitility.await().ignoreExceptions().until(() -> this.server.status(mount) == 200);
		return player;
	}

	@Override
	public void close() {
		this.server.close();
	}

}
