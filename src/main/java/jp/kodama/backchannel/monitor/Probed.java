package jp.kodama.backchannel.monitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What {@code ffprobe} says of a file's first sound. */
final class Probed {

	private Probed() {
	}

	/** {@code duration} in seconds, {@code channels}; without what it does not know. */
	static Map<String, String> of(Path file) throws IOException {
		Process process;
		try {
			process = new ProcessBuilder("ffprobe", "-v", "error", "-select_streams", "a:0", "-show_entries",
					"stream=channels:format=duration", "-of", "default=noprint_wrappers=1", "file:" + file)
				.redirectErrorStream(true)
				.start();
		}
		catch (IOException ex) {
			throw new IOException("ffprobe がありません / no ffprobe: apt-get install ffmpeg", ex);
		}
		process.getOutputStream().close();
		Map<String, String> facts = new HashMap<>();
		new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.filter((line) -> line.matches("(duration|channels)=.*"))
			.forEach((line) -> facts.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
		return facts;
	}

}
