package jp.kodama.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * For senders who get no answer that would make them bring a letter again: while the
 * store fails, their letters wait on disk, and a stop of the engine loses none.
 */
@Component
class Spool {

	private static final Logger log = LoggerFactory.getLogger(Spool.class);

	private static final int TOGETHER = 16;

	private final Reception reception;

	private final SpoolFolder folder;

	Spool(Reception reception, SpoolFolder folder) {
		this.reception = reception;
		this.folder = folder;
	}

	/**
	 * Takes a letter in, or keeps it until the store can.
	 * @return the identifiers of the alerts released
	 * @throws IOException if neither the store nor the disk takes it
	 */
	List<String> take(Letter letter) throws IOException {
		try {
			return this.reception.take(letter).released();
		}
		catch (DataAccessException | TransactionException ex) {
			this.folder.keep(letter);
			log.error("{} waits on disk: the store failed on it", letter.name(), ex);
			return List.of();
		}
	}

	/** Takes in what waits, those that came first before the others. */
	List<String> again() throws IOException {
		List<Path> files = this.folder.waiting(TOGETHER);
		List<Letter> letters = new ArrayList<>();
		for (Path file : files) {
			letters.add(this.folder.letter(file));
		}
		List<Answer> answers = letters.isEmpty() ? List.of() : this.reception.takeAll(letters);
		List<String> released = new ArrayList<>();
		for (int i = 0; i < answers.size(); i++) {
			Taken taken = answers.get(i).taken();
			if (taken != null) {
				released.addAll(taken.released());
				Files.deleteIfExists(files.get(i));
			}
			else {
				this.folder.later(files.get(i));
			}
		}
		return released;
	}

}
