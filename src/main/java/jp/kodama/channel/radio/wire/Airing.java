package jp.kodama.channel.radio.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;

import jp.kodama.channel.radio.Boundaries;
import jp.kodama.channel.radio.Turn;
import jp.kodama.channel.radio.rtp.Codec;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Artifact;
import jp.kodama.speech.Sound;
import org.jspecify.annotations.Nullable;

/** A broadcast on its way to one unit. */
final class Airing {

	private static final Duration TAIL = Duration.ofMillis(500);

	/** Packets of silence that make a pause between phrases: 200 ms. */
	private static final int PAUSE = 10;

	/** Below this, outdoors, there is nothing to hear: −40 dB. */
	private static final int SILENT = 327;

	private final Parcel.Live parcel;

	private final Turn turn;

	private short @Nullable [] samples;

	private final NavigableSet<Integer> boundaries;

	Airing(Parcel.Live parcel, Turn turn) {
		this.parcel = parcel;
		this.turn = turn;
		this.boundaries = Boundaries.of(parcel);
	}

	Parcel.Live parcel() {
		return this.parcel;
	}

	/**
	 * The sound as composed, and half a second of silence that pushes its last word out
	 * of the receiver's buffer.
	 * @throws IOException if the parcel holds none
	 */
	Sound sound() throws IOException {
		Sound composed = Sound.ofWav(artifact(this.parcel).content());
		return Sound.join(List.of(composed, Sound.silence(composed.rate(), TAIL)));
	}

	/** The artifact that is the sound. */
	static Artifact artifact(Parcel parcel) throws IOException {
		return parcel.artifacts()
			.stream()
			.filter((one) -> one.mediaType().equals("audio/wav"))
			.findFirst()
			.orElseThrow(() -> new IOException("音声がありません / there is no sound in " + parcel.delivery().id()));
	}

	/**
	 * Whether a packet may leave. Gives way to what is more urgent only behind a phrase,
	 * in a siren, or in a pause: half a sentence may say the contrary of the whole.
	 */
	boolean mayGoOn(Sound sound, int packet) {
		return this.turn.mayGoOn() || !(boundary(sound, packet) || pause(sound, packet));
	}

	/** Whether {@code phrases.json} lets a broadcast be left just before a packet. */
	private boolean boundary(Sound sound, int packet) {
		int length = (int) Codec.PACKET.toMillis() * sound.rate() / 1000;
		Integer last = this.boundaries.floor(packet * length);
		return last != null && last > (packet - 1) * length;
	}

	/** What became of it, if it may not. */
	Aired stopped(String said) {
		String why = (this.turn.stopped() instanceof Outcome.RetryLater later) ? later.cause() : "";
		return Aired.NotNow.because(why + " (" + said + ")");
	}

	private boolean pause(Sound sound, int packet) {
		if (this.samples == null) {
			this.samples = sound.samples();
		}
		int length = (int) Codec.PACKET.toMillis() * sound.rate() / 1000;
		int end = Math.min((packet + PAUSE) * length, this.samples.length);
		for (int i = packet * length; i < end; i++) {
			if (Math.abs(this.samples[i]) > SILENT) {
				return false;
			}
		}
		return true;
	}

}
