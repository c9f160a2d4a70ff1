package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The folder {@code inbox}: what is renamed into it is taken, several files by one
 * commit, the oldest first; then moved to {@code processed} or, with a reason beside it,
 * to {@code rejected}. A file that cannot be read or kept now lets the others pass.
 */
@Component
class Inbox {

	/** Its id among the sources. */
	static final String SOURCE = "inbox";

	private static final Logger log = LoggerFactory.getLogger(Inbox.class);

	/**
	 * So many by one commit. More would gain little, and what comes by another way would
	 * wait the longer.
	 */
	private static final int TOGETHER = 16;

	private final Reception reception;

	private final Rejected rejected;

	private final InboxFolder folder;

	Inbox(Reception reception, Rejected rejected, InboxFolder folder) {
		this.reception = reception;
		this.rejected = rejected;
		this.folder = folder;
	}

	/**
	 * Takes what lies there, a group at a time.
	 * @return the identifiers of the alerts released
	 */
	List<String> take(Exchange exchange) throws IOException, InterruptedException {
		List<Path> files = this.folder.next(TOGETHER);
		exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, !files.isEmpty());
		List<Filed> read = files.parallelStream().map(this::read).filter((one) -> one.reading() != null).toList();
		if (read.isEmpty()) {
			return List.of();
		}
		List<Answer> answers = this.reception.enter(read.stream().map(Filed::orThrow).toList(), true);
		if (answers.stream().allMatch((one) -> one.taken() == null)) {
			this.folder.again();
			answers.get(0).orThrow();
		}
		List<String> released = new ArrayList<>();
		for (int i = 0; i < answers.size(); i++) {
			Taken taken = answers.get(i).taken();
			if (taken != null) {
				released.addAll(taken.released());
				putAway(read.get(i), taken);
			}
			else {
				this.folder.later(read.get(i).file(), "the store failed on it: " + answers.get(i).failure());
			}
		}
		return released;
	}

	/** Without a reading if it is still being written, gone, or cannot be read now. */
	private Filed read(Path file) {
		try {
			boolean settled = this.folder.settled(file);
			Reading reading = this.reception.read(this.folder.letter(file));
			if (settled || reading.bulletin() != null || !reading.inside().isEmpty()) {
				return new Filed(file, reading);
			}
			this.folder.growing(file);
		}
		catch (NoSuchFileException ex) {
			log.debug("{} is gone", file);
		}
		catch (IOException ex) {
			this.folder.later(file, "cannot be read: " + ex);
		}
		return new Filed(file, null);
	}

	private void putAway(Filed one, Taken taken) {
		boolean refused = taken.refused() && one.orThrow().inside().isEmpty();
		if (refused) {
			this.rejected.reason(one.file().getFileName().toString(), taken.decision().reason());
		}
		this.folder.move(one.file(), refused ? "rejected" : "processed");
	}

	/** A file and what it says. */
	private record Filed(Path file, @org.jspecify.annotations.Nullable Reading reading) {

		Reading orThrow() {
			return java.util.Objects.requireNonNull(this.reading);
		}

	}

}
