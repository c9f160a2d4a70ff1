package jp.kodama.bench.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.bench.Figures;
import jp.kodama.bench.Icecast;
import jp.kodama.speech.Heard;
import jp.kodama.speech.Sound;

import org.springframework.util.FileSystemUtils;

/**
 * The golden alerts, spoken, sent in real time through a real Icecast stream and through
 * multicast RTP (G.722 and G.711), heard by the monitors that a town would have there, and
 * understood: beside the same sound without any wire.
 */
final class Wires {

	private static final String GROUP = "239.255.17.46";

	private static final int WIDE = 45_200;

	private static final int NARROW = 45_210;

	private final Parts parts;

	private final Map<String, Score> sums = new LinkedHashMap<>();

	Wires(Parts parts) {
		this.parts = parts;
	}

	void run(Figures figures) throws Exception {
		Path folder = Files.createTempDirectory("kodama-bench-wires");
		try (Icecast icecast = new Icecast(folder);
				Receivers receivers = new Receivers(folder, """
						kodama:
						  backchannel:
						    monitors:
						      icecast: {kind: stream, address: '%s'}
						      g722: {kind: rtp, address: '%s:%d', network-interface: 127.0.0.1}
						      g711: {kind: rtp, address: '%s:%d', network-interface: 127.0.0.1}
						""".formatted(icecast.uri("radio.ogg"), GROUP, WIDE, GROUP, NARROW))) {
			Thread.sleep(2000);
			for (Corpus.Text text : Corpus.of(this.parts.root())) {
				if (text.golden()) {
					one(figures, text, icecast, receivers, folder);
				}
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
		this.sums.forEach((row, score) -> score.report(figures, row));
	}

	private void one(Figures figures, Corpus.Text text, Icecast icecast, Receivers receivers, Path folder)
			throws Exception {
		Sound sound = this.parts.speak(text);
		Path wave = Files.write(folder.resolve(text.name() + "." + text.language() + ".wav"), sound.wav());
		receivers.forget();
		Process stream = icecast.play("radio.ogg",
				List.of("-re", "-i", wave.toString(), "-af", "adelay=4000,apad=pad_dur=600"));
		Process wide = page(wave, "g722", 16_000, WIDE);
		Process narrow = page(wave, "pcm_alaw", 8000, NARROW);
		wide.waitFor();
		narrow.waitFor();
		// The stream lags behind by its start and its buffers.
		Thread.sleep(12_000);
		stream.destroyForcibly().waitFor();
		add(figures, text, "no wire", sound);
		for (String wire : List.of("icecast", "g722", "g711")) {
			add(figures, text, wire, receivers.heard(wire));
		}
		Thread.sleep(5000);
	}

	private void add(Figures figures, Corpus.Text text, String wire, Sound sound) {
		Heard heard = this.parts.recognizers().understand(sound, text.language());
		var comparison = this.parts.compare(text, heard);
		new Score().add(comparison).report(figures, text.language() + " " + text.name() + ", " + wire);
		this.sums.computeIfAbsent(text.language() + " — golden, " + wire, (row) -> new Score()).add(comparison);
	}

	private static Process page(Path wave, String codec, int rate, int port) throws IOException {
		return new ProcessBuilder("ffmpeg", "-nostdin", "-v", "error", "-re", "-i", wave.toString(), "-ac", "1", "-ar",
				Integer.toString(rate), "-c:a", codec, "-f", "rtp",
				"rtp://" + GROUP + ":" + port + "?ttl=0&localaddr=127.0.0.1")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

}
