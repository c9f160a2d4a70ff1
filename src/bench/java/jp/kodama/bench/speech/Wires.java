package jp.kodama.bench.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.bench.Figures;
import jp.kodama.bench.Icecast;
import jp.kodama.bench.Microphone;
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
		Map<Corpus.Text, Map<String, Sound>> heard = new LinkedHashMap<>();
		try (Icecast icecast = new Icecast(folder); Receivers receivers = new Receivers(folder, """
				kodama:
				  backchannel:
				    monitors:
				      icecast: {kind: stream, address: '%s'}
				      g722: {kind: rtp, address: '%s:%d', network-interface: 127.0.0.1}
				      g711: {kind: rtp, address: '%s:%d', network-interface: 127.0.0.1}
				""".formatted(icecast.uri("radio.ogg"), GROUP, WIDE, GROUP, NARROW))) {
			Thread.sleep(2000);
			try (Microphone microphone = new Microphone(icecast.play("radio.ogg", Microphone.INPUT))) {
				receivers.hearing("icecast");
				for (Corpus.Text text : Corpus.of(this.parts.root())) {
					if (text.golden()) {
						heard.put(text, send(text, microphone, receivers, folder));
					}
				}
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
		heard.forEach((text, wires) -> wires.forEach((wire, sound) -> add(figures, text, wire, sound)));
		this.sums.forEach((row, score) -> score.report(figures, row));
	}

	private Map<String, Sound> send(Corpus.Text text, Microphone microphone, Receivers receivers, Path folder)
			throws Exception {
		Sound sound = this.parts.speak(text);
		Path wave = Files.write(folder.resolve(text.name() + "." + text.language() + ".wav"), sound.wav());
		receivers.forget();
		microphone.say(sound);
		Process wide = page(wave, "g722", 16_000, WIDE);
		Process narrow = page(wave, "pcm_alaw", 8000, NARROW);
		wide.waitFor();
		narrow.waitFor();
		// The stream lags behind by its buffers; then the monitors of RTP wait anew.
		Thread.sleep(12_000);
		Map<String, Sound> wires = new LinkedHashMap<>(Map.of("no wire", sound));
		List.of("icecast", "g722", "g711").forEach((wire) -> wires.put(wire, receivers.heard(wire)));
		return wires;
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
