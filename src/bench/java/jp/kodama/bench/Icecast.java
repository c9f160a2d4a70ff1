package jp.kodama.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A real Icecast server on the loopback, and ffmpeg as the radio that feeds it. */
public final class Icecast implements AutoCloseable {

	private static final String PASSWORD = "only-for-tests";

	private final int port;

	private final Process server;

	private final List<Process> players = new ArrayList<>();

	/** Starts it; {@link #status} tells when it answers. */
	public Icecast(Path folder) throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
		Path logs = Files.createDirectories(folder.resolve("icecast"));
		// It gives its rights up: its folders must be anybody's.
		Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwxrwxrwx"));
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		Path config = logs.resolve("icecast.xml");
		Files.writeString(config,
				"""
						<icecast><limits><clients>50</clients><sources>5</sources><burst-on-connect>0</burst-on-connect></limits>
						<authentication><source-password>%1$s</source-password><admin-user>admin</admin-user><admin-password>%1$s</admin-password></authentication>
						<hostname>localhost</hostname><listen-socket><port>%2$d</port><bind-address>127.0.0.1</bind-address></listen-socket>
						<paths><logdir>%3$s</logdir><webroot>/usr/share/icecast2/web</webroot><adminroot>/usr/share/icecast2/admin</adminroot></paths>
						<logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog><loglevel>2</loglevel></logging>
						<security><chroot>0</chroot><changeowner><user>nobody</user><group>nogroup</group></changeowner></security></icecast>
						"""
					.formatted(PASSWORD, this.port, logs.toAbsolutePath()));
		this.server = new ProcessBuilder("icecast2", "-c", config.toString()).redirectErrorStream(true)
			.redirectOutput(logs.resolve("out.log").toFile())
			.start();
	}

	/** Where a mount is heard. */
	public String uri(String mount) {
		return "http://127.0.0.1:" + this.port + "/" + mount;
	}

	/**
	 * Plays to a mount.
	 * @param input of ffmpeg: its options up to those of the output
	 */
	public Process play(String mount, List<String> input) throws IOException {
		List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-hide_banner", "-loglevel", "error"));
		command.addAll(input);
		command.addAll(List.of("-c:a", "libvorbis", "-content_type", "application/ogg", "-page_duration", "200000", "-f",
				"ogg", "icecast://source:" + PASSWORD + "@127.0.0.1:" + this.port + "/" + mount));
		Process player = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		this.players.add(player);
		return player;
	}

	/** How it answers: 200 where a source plays. */
	public int status(String mount) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) URI.create(uri(mount)).toURL().openConnection();
		connection.setReadTimeout(2000);
		try {
			return connection.getResponseCode();
		}
		finally {
			connection.disconnect();
		}
	}

	@Override
	public void close() {
		this.players.forEach(Process::destroyForcibly);
		this.server.destroyForcibly();
	}

}
