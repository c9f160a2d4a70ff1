package jp.kodama.audience.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jp.kodama.audience.ContactsTouched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Files that officers bring: each is checked, shown, and taken in once an officer says
 * so. One at a time, in the background. A file is personal data: it lies under
 * {@code $KODAMA_HOME/imports}, for its owner only, until it was taken in, refused or a
 * restart came between.
 */
@Component
public class Imports {

	private static final Logger log = LoggerFactory.getLogger(Imports.class);

	private final Map<String, ImportRun> runs = new ConcurrentHashMap<>();

	private final ExecutorService worker = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "contact-import");
		thread.setDaemon(true);
		return thread;
	});

	private final ImportFolder folder;

	private final ContactImport contacts;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Imports(@Value("${kodama.home}") Path home, ContactImport contacts, TransactionOperations transactions,
			ApplicationEventPublisher events, Clock clock) throws IOException {
		this.folder = ImportFolder.empty(home.resolve("imports"));
		this.contacts = contacts;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
	}

	/** Keeps a file and begins to check it. */
	public ImportRun check(InputStream content, String name, String officer) throws IOException {
		ImportRun run = new ImportRun(UUID.randomUUID().toString(), name, officer, this.folder.keep(content));
		this.runs.put(run.id(), run);
		this.worker.execute(() -> work(run, () -> {
			run.checked(this.contacts.check(run.file(), run.bad(), run.checked()));
			tell(run, "contacts.CHECKED", run.checked());
		}));
		return run;
	}

	/** One of this officer's; whoever did not bring a file does not see it. */
	public Optional<ImportRun> find(String id, String officer) {
		return Optional.ofNullable(this.runs.get(id)).filter((run) -> run.officer().equals(officer));
	}

	/**
	 * Takes a checked file in.
	 * @param withBad whether the good rows count although there are bad ones
	 * @throws IllegalArgumentException if it is not for taking in
	 */
	public void take(ImportRun run, boolean withBad) {
		synchronized (run) {
			if (run.stage() != ImportRun.Stage.CHECKED || (run.checked().bad() > 0 && !withBad)
					|| run.checked().good() == 0) {
				throw new IllegalArgumentException("取り込めません / cannot be taken in");
			}
			run.to(ImportRun.Stage.TAKING);
		}
		this.worker.execute(() -> work(run, () -> {
			this.contacts.take(run.file(), run.officer(), this.clock.instant(), run.taken());
			run.to(ImportRun.Stage.TAKEN);
			tell(run, "contacts.IMPORTED", run.taken());
			Files.deleteIfExists(run.file());
		}));
	}

	/** An officer thinks better of it. */
	public void drop(ImportRun run) {
		this.runs.remove(run.id());
		ImportFolder.delete(run);
	}

	private void work(ImportRun run, Work work) {
		try {
			work.run();
		}
		catch (UnusableFile ex) {
			run.refuse(String.valueOf(ex.getMessage()));
			ImportFolder.delete(run);
		}
		catch (IOException | RuntimeException ex) {
			log.error("import {} failed after {} rows", run.id(), run.taken().kept(), ex);
			run.refuse("途中で失敗しました。もう一度取り込めば続きから入ります / failed midway: bring the file again (" + ex.getMessage() + ")");
			ImportFolder.delete(run);
		}
	}

	private void tell(ImportRun run, String action, Progress progress) {
		this.transactions.executeWithoutResult(
				(tx) -> this.events.publishEvent(new ContactsTouched(run.officer(), action, progress.good() + "",
						"rows " + progress.rows() + ", bad " + progress.bad(), this.clock.instant())));
	}

	@PreDestroy
	void close() {
		this.worker.shutdownNow();
	}

	/** What is done with a file. */
	private interface Work {

		void run() throws IOException;

	}

}
