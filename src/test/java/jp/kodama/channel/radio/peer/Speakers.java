package jp.kodama.channel.radio.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.speech.Sound;

/**
 * Paging speakers (ffmpeg) that listen to a multicast group on the loopback and record
 * it.
 */
public final class Speakers implements AutoCloseable {

	/** A common default of paging amplifiers. */
	private static final String GROUP = "224.168.168.168";

	private final PeerProcess process;

	private final Path file;

	private final int port;

	private Speakers(PeerProcess process, Path file, int port) {
		this.process = process;
		this.file = file;
		this.port = port;
	}

	/** Some that know one codec: {@code 0 PCMU}, … */
	public static Speakers listening(Path folder, String codec) throws IOException {
		int port = PeerProcess.freePort();
		Files.createDirectories(folder);
		String[] parts = codec.split(" ");
		Files.writeString(folder.resolve("page.sdp"), """
				v=0
				o=- 1 1 IN IP4 127.0.0.1
				s=page
				c=IN IP4 %s/1
				t=0 0
				m=audio %d RTP/AVP %s
				a=rtpmap:%s %s/8000
				""".formatted(GROUP, port, parts[0], parts[0], parts[1]));
		Path file = folder.resolve("heard.wav");
		PeerProcess process = PeerProcess.start(folder,
				List.of("ffmpeg", "-nostdin", "-y", "-loglevel", "debug", "-protocol_whitelist", "file,udp,rtp",
						"-localaddr", "127.0.0.1", "-analyzeduration", "0", "-probesize", "32", "-i", "page.sdp",
						"-c:a", "pcm_s16le", "-bitexact", "-flush_packets", "1", file.toString()));
		return new Speakers(process.says("end receive buffer size"), file, port);
	}

	/** How they are reached. */
	public String uri() {
		return "rtp-multicast://" + GROUP + ":" + this.port;
	}

	/** What they heard so far. */
	public Sound heard() throws IOException, InterruptedException {
		// ffmpeg writes the file's length when it is asked to stop.
		this.process.close();
		return Sound.ofWav(Files.readAllBytes(this.file));
	}

	@Override
	public void close() throws InterruptedException {
		this.process.close();
	}

}
