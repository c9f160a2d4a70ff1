package jp.kodama.channel.radio.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.speech.Sound;

import static org.awaitility.Awaitility.await;

/** A telephone (baresip) that answers every call and records what it hears. */
public final class Baresip implements AutoCloseable {

	private final PeerProcess process;

	private final Path folder;

	private final int port;

	private Baresip(Path folder, int port, PeerProcess process) {
		this.folder = folder;
		this.port = port;
		this.process = process;
	}

	/** One that knows a single codec: {@code PCMU/8000/1}, … */
	public static Baresip answering(Path folder, int port, String codec) throws IOException {
		int rate = codec.contains("16000") ? 16000 : 8000;
		Files.createDirectories(folder.resolve("heard"));
		Files.writeString(folder.resolve("config"), """
				sip_listen 127.0.0.1:%d
				audio_player aubridge,nil
				audio_source aubridge,nil
				audio_alert aubridge,nil
				ausrc_srate %2$d
				auplay_srate %2$d
				rtcp_mux no
				net_interface 127.0.0.1
				module_path /usr/lib/baresip/modules
				module g722.so
				module g711.so
				module aubridge.so
				module sndfile.so
				module_tmp account.so
				module_app menu.so
				snd_path %3$s
				""".formatted(port, rate, folder.resolve("heard")));
		Files.writeString(folder.resolve("accounts"),
				"<sip:unit@127.0.0.1>;regint=0;answermode=auto;audio_codecs=" + codec + "\n");
		Files.writeString(folder.resolve("contacts"), "");
		PeerProcess process = PeerProcess.start(folder, List.of("baresip", "-4", "-f", folder.toString()));
		return new Baresip(folder, port, process.says("baresip is ready"));
	}

	/** How it is called. */
	public String uri() {
		return "sip:unit@127.0.0.1:" + this.port;
	}

	/** What it has printed. */
	public String printed() throws IOException {
		return this.process.printed();
	}

	/** Waits until a call is up. */
	public void talking() {
		this.process.says("Call established");
	}

	/** What it heard in its only call, which is over. */
	public Sound heard() throws IOException {
		await().until(() -> printed().contains("terminated") || printed().contains("session closed"));
		try (Stream<Path> files = Files.list(this.folder.resolve("heard"))) {
			Path file = files.filter((one) -> one.toString().endsWith("-dec.wav")).findFirst().orElseThrow();
			await().until(() -> Files.size(file) > 1000);
			return Sound.ofWav(Files.readAllBytes(file));
		}
	}

	/** SIGKILL, as a unit that loses its power. */
	public void kill() throws InterruptedException {
		this.process.kill();
	}

	@Override
	public void close() throws InterruptedException {
		this.process.close();
	}

}
