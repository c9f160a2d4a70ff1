package jp.kodama.backchannel.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jp.kodama.backchannel.monitor.Sounding;
import jp.kodama.backchannel.settings.BackchannelSettings.Segments;
import jp.kodama.speech.Sound;

/** The broadcast under way at one monitor, and whether it is over. */
final class OpenBroadcast {

	/** After the closing chime is known, its last note rings on. */
	private static final double AFTER = 1.5;

	/** An opening signal is known by then, though a voice may have opened. */
	private static final double OPENING = 8;

	private final Instant began;

	private final Segments settings;

	private final List<short[]> blocks = new ArrayList<>();

	private String opened;

	private String closed = "";

	private double closedAt;

	private double quiet;

	private double seconds;

	private double voiced;

	OpenBroadcast(Instant began, String opened, Segments settings) {
		this.began = began;
		this.opened = opened;
		this.settings = settings;
	}

	/** More of it. */
	void add(short[] block, boolean sounds) {
		double time = (double) block.length / Sounding.RATE;
		this.blocks.add(block);
		this.seconds += time;
		this.voiced += sounds ? time : 0;
		this.quiet = sounds ? 0 : this.quiet + time;
	}

	/** A signal was recognised in it just now; whether it opens or closes it. */
	boolean recognised(String signal) {
		if (this.settings.closing().contains(signal)) {
			this.closed = signal;
			this.closedAt = this.seconds;
			return true;
		}
		boolean opens = this.opened.isEmpty() && this.seconds < OPENING;
		this.opened = opens ? signal : this.opened;
		return opens;
	}

	/** How long it is by now. */
	double seconds() {
		return this.seconds;
	}

	/**
	 * Whether its closing signal has rung out, nothing came for long, or it is too long.
	 */
	boolean over() {
		boolean rung = !this.closed.isEmpty() && this.seconds - this.closedAt >= AFTER;
		return rung || this.quiet >= this.settings.gap().toMillis() / 1000.0
				|| this.seconds >= this.settings.longest().toMillis() / 1000.0;
	}

	/** What it was, from first to last. */
	Broadcast ended(String monitor, Instant now) {
		short[] all = new short[this.blocks.stream().mapToInt((block) -> block.length).sum()];
		int at = 0;
		for (short[] block : this.blocks) {
			System.arraycopy(block, 0, all, at, block.length);
			at += block.length;
		}
		return new Broadcast(monitor, this.began, now, new Sound(Sounding.RATE, all), this.voiced, this.opened,
				this.closed);
	}

}
