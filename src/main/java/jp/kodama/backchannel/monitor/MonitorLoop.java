package jp.kodama.backchannel.monitor;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One monitor's life: open, hear, and open again when it breaks off. */
final class MonitorLoop implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(MonitorLoop.class);

	/** A tenth of a second. */
	private static final int BLOCK = Sounding.RATE / 10;

	private static final Duration FIRST = Duration.ofMillis(500);

	/** What is said meanwhile is lost: asking costs next to nothing. */
	private static final Duration LONGEST = Duration.ofSeconds(4);

	/** Nothing for so long from what should sound all the time: it is dead. */
	private static final Duration DEAD = Duration.ofSeconds(10);

	/** Nothing for so long after a page: it is over. */
	private static final Duration OVER = Duration.ofSeconds(4);

	private final MonitorSource source;

	private final Ear ear;

	private final Clock clock;

	private final CountDownLatch stop = new CountDownLatch(1);

	private volatile MonitorState state;

	private volatile @Nullable Sounding sounding;

	private volatile Instant last;

	private volatile boolean any;

	MonitorLoop(MonitorState state, MonitorSource source, Ear ear, Clock clock) {
		this.state = state;
		this.source = source;
		this.ear = ear;
		this.clock = clock;
		this.last = clock.instant();
	}

	MonitorState state() {
		return this.state;
	}

	@Override
	public void run() {
		Duration wait = FIRST;
		while (this.stop.getCount() > 0) {
			try {
				boolean heard = listen(this.state.settings());
				wait = heard ? FIRST : wait;
				if (this.source.continuous() && this.stop.getCount() > 0) {
					throw new IOException("配信が終わりました / the stream ended");
				}
				pause(FIRST);
			}
			catch (IOException | RuntimeException ex) {
				wait = this.any ? FIRST : wait;
				trouble(ex);
				pause(wait);
				wait = (wait.multipliedBy(2).compareTo(LONGEST) < 0) ? wait.multipliedBy(2) : LONGEST;
			}
		}
	}

	private boolean listen(Monitor settings) throws IOException {
		this.any = false;
		this.last = this.clock.instant();
		Sounding opened = this.source.open(settings);
		if (opened == null) {
			this.state = this.state.hears(Hearing.WAITING, this.clock.instant());
			return false;
		}
		this.sounding = opened;
		SoundLevel level = new SoundLevel();
		try (opened) {
			if (!this.source.continuous()) {
				this.state = this.state.hears(Hearing.WAITING, this.clock.instant());
			}
			short[] block = new short[BLOCK];
			for (int many = opened.read(block); many > 0 && this.stop.getCount() > 0; many = opened.read(block)) {
				this.last = this.clock.instant();
				this.any = true;
				this.state = this.state.hears(level.add(block, many), this.last);
				this.ear.hear(Arrays.copyOf(block, many));
			}
		}
		finally {
			this.sounding = null;
			if (this.any) {
				this.ear.ended();
			}
		}
		return this.any;
	}

	private void trouble(Exception ex) {
		String why = (ex.getMessage() != null) ? ex.getMessage() : ex.toString();
		if (!why.equals(this.state.trouble())) {
			log.warn("モニター {}: {}", this.state.id(), why);
		}
		if (!(ex instanceof IOException)) {
			log.warn("{}: hearing failed", this.state.id(), ex);
		}
		Instant now = this.clock.instant();
		// A file that cannot be heard is no trouble of the folder it lay in.
		this.state = (this.source instanceof FolderSource) ? this.state.refused(why) : this.state.dead(why, now);
	}

	/** Breaks off what hangs: a source that is connected and says nothing. */
	void look() {
		Sounding open = this.sounding;
		Duration quiet = Duration.between(this.last, this.clock.instant());
		if (open == null || quiet.compareTo(this.source.continuous() ? DEAD : OVER) < 0) {
			return;
		}
		if (this.source.continuous()) {
			this.state = this.state.dead("音が来ません / nothing comes", this.clock.instant());
			open.close();
		}
		else if (this.any) {
			open.close();
		}
	}

	void stop() {
		this.stop.countDown();
		Sounding open = this.sounding;
		if (open != null) {
			open.close();
		}
	}

	private void pause(Duration time) {
		try {
			if (this.stop.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
				log.debug("{}: stopped", this.state.id());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.stop.countDown();
		}
	}

}
