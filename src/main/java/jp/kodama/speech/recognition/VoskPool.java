package jp.kodama.speech.recognition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The processes of Vosk: one for each that listens now, and one of each model kept for
 * the next. Closed, it leaves none behind.
 */
final class VoskPool implements AutoCloseable {

	/** A town listens to one announcement and checks one draft; beyond this, memory. */
	private static final int MOST = 4;

	private final Map<Path, VoskProcess> idle = new HashMap<>();

	private final Set<VoskProcess> busy = new HashSet<>();

	private int starting;

	private boolean closed;

	/**
	 * One that nobody else uses, until it is given back.
	 * @throws IOException if too many are at work, or it does not start
	 */
	VoskProcess take(Path model) throws IOException {
		synchronized (this) {
			VoskProcess kept = this.idle.remove(model);
			if (kept != null && kept.alive()) {
				this.busy.add(kept);
				return kept;
			}
			if (this.closed || this.busy.size() + this.starting >= MOST) {
				throw new IOException(this.closed ? "closed" : MOST + " listen already");
			}
			this.starting++;
		}
		try {
			return started(new VoskProcess(model));
		}
		finally {
			synchronized (this) {
				this.starting--;
			}
		}
	}

	private synchronized VoskProcess started(VoskProcess fresh) throws IOException {
		if (this.closed) {
			fresh.close();
			throw new IOException("closed");
		}
		this.busy.add(fresh);
		return fresh;
	}

	/** Kept for the next if it lives; its listening must be over. */
	synchronized void giveBack(VoskProcess process) {
		this.busy.remove(process);
		if (this.closed || !process.alive() || this.idle.putIfAbsent(process.model(), process) != null) {
			process.close();
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.idle.values().forEach(VoskProcess::close);
		this.idle.clear();
		this.busy.forEach(VoskProcess::close);
		this.busy.clear();
	}

}
