package jp.kodama.backchannel.monitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that is heard to its end, and put away then. */
final class Recording implements Sounding {

	private static final Logger log = LoggerFactory.getLogger(Recording.class);

	/** Nobody broadcasts for longer; what does is no recording of a broadcast. */
	private static final double LONGEST_SECONDS = 3600;

	private final Path file;

	private final Ffmpeg sound;

	private boolean ended;

	private Recording(Path file, Ffmpeg sound) {
		this.file = file;
		this.sound = sound;
	}

	/**
	 * Opens a file; one that is no recording is put away at once.
	 * @throws IOException that says why not
	 */
	static Recording open(Path file) throws IOException {
		try {
			check(Probed.of(file));
			return new Recording(file, Ffmpeg.open(List.of("-protocol_whitelist", "file", "-i", "file:" + file)));
		}
		catch (IOException ex) {
			putAway(file, String.valueOf(ex.getMessage()));
			throw ex;
		}
	}

	private static void check(Map<String, String> facts) throws IOException {
		double seconds = Double.parseDouble(facts.getOrDefault("duration", "0").replace("N/A", "0"));
		int channels = Integer.parseInt(facts.getOrDefault("channels", "0"));
		if (channels == 0) {
			throw new IOException("音声ではありません / holds no sound");
		}
		if (channels > 2) {
			throw new IOException("モノラルかステレオでなければなりません（" + channels + "チャンネル） / must be mono or stereo, not " + channels
					+ " channels");
		}
		if (seconds > LONGEST_SECONDS) {
			throw new IOException("長すぎます（" + Math.round(seconds / 60) + "分、60分まで） / too long: "
					+ Math.round(seconds / 60) + " min, 60 at most");
		}
	}

	@Override
	public int read(short[] block) throws IOException {
		try {
			int many = this.sound.read(block);
			if (many == 0) {
				end("");
			}
			return many;
		}
		catch (IOException ex) {
			String why = "途中で切れているか壊れています / cut off or damaged: " + ex.getMessage();
			end(why);
			throw new IOException(this.file.getFileName() + ": " + why, ex);
		}
	}

	@Override
	public void close() {
		this.sound.close();
	}

	private void end(String why) {
		if (!this.ended) {
			this.ended = true;
			putAway(this.file, why);
		}
	}

	private static void putAway(Path file, String why) {
		Path folder = file.resolveSibling(why.isEmpty() ? "processed" : "rejected");
		try {
			Files.createDirectories(folder);
			Path there = Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			if (!why.isEmpty()) {
				Files.writeString(there.resolveSibling(there.getFileName() + ".reason.txt"), why + "\n",
						StandardCharsets.UTF_8);
			}
		}
		catch (IOException ex) {
			log.warn("{}: cannot be put away", file, ex);
		}
	}

}
