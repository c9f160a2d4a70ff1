package jp.kodama.speech;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The reading dictionary: the files of {@code config/}, and over them what officers
 * changed. A method that changes it returns when the change is on disk and the voices
 * read by it.
 */
public class Dictionary {

	private static final Logger log = LoggerFactory.getLogger(Dictionary.class);

	/** How long another node's change may go unnoticed, in milliseconds. */
	private static final long NOTICED = 2000;

	private final Readings files;

	private final ReadingTable table;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private volatile Readings current;

	private long followed = -1;

	private long looked;

	Dictionary(Readings files, ReadingTable table, TransactionOperations transactions, ApplicationEventPublisher events,
			Clock clock) {
		this.files = files;
		this.table = table;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
		this.current = files;
	}

	/** What the voices read by. */
	synchronized Readings current() {
		long now = System.nanoTime() / 1_000_000;
		if (this.followed < 0 || now - this.looked > NOTICED) {
			this.looked = now;
			look();
		}
		return this.current;
	}

	/** A store that fails is no reason to be silent: what was known is read by. */
	private synchronized void look() {
		try {
			if (this.table.latest() != this.followed) {
				follow();
			}
		}
		catch (RuntimeException ex) {
			log.error("the reading dictionary cannot be looked up; it is read as it was", ex);
		}
	}

	private synchronized void follow() {
		boolean first = this.followed < 0;
		this.followed = this.table.latest();
		Map<String, String> all = new LinkedHashMap<>(this.files.all());
		this.table.all().forEach((change) -> {
			if (change.reading().isEmpty()) {
				all.remove(change.written());
			}
			else {
				all.put(change.written(), change.reading());
			}
		});
		this.current = Readings.of(all);
		if (!first) {
			this.events.publishEvent(new ReadingsApplied());
		}
	}

	/** Every word: those of officers, latest first, then those of the files. */
	public List<Entry> entries() {
		Map<String, String> rest = new TreeMap<>(this.files.all());
		List<Entry> entries = new ArrayList<>();
		this.table.all().stream().sorted((a, b) -> b.at().compareTo(a.at())).forEach((change) -> {
			String before = rest.remove(change.written());
			if (!change.reading().isEmpty() || before != null) {
				entries.add(new Entry(change.written(), change.reading(), change.by(), change.at()));
			}
		});
		rest.forEach((written, reading) -> entries.add(new Entry(written, reading, "", Instant.EPOCH)));
		return entries;
	}

	/**
	 * Adds or changes words: one {@code written,reading} a line, all of them or none.
	 * @throws InvalidReading naming the first line that is broken
	 */
	public int put(String lines, String by) {
		Map<String, String> readings = Readings.parse(lines.lines().toList());
		Map<String, String> before = current().all();
		readings.entrySet().removeIf((one) -> one.getValue().equals(before.get(one.getKey())));
		change(readings, before, by);
		return readings.size();
	}

	/** Adds or changes one word. */
	public void put(String written, String reading, String by) {
		Reading entry = Reading.of(1, written, reading);
		change(Map.of(entry.written(), entry.reading()), current().all(), by);
	}

	/** Takes a word out: the voice reads it as it thinks best. */
	public void remove(String written, String by) {
		Map<String, String> before = current().all();
		if (before.containsKey(written)) {
			change(Map.of(written, ""), before, by);
		}
	}

	private synchronized void change(Map<String, String> readings, Map<String, String> before, String by) {
		// Later than any change before, so that every node notices it.
		Instant at = Instant.ofEpochMilli(Math.max(this.clock.millis(), this.table.latest() + 1));
		this.transactions.executeWithoutResult((tx) -> readings.forEach((written, reading) -> {
			this.table.put(new ReadingTable.Change(written, reading, by, at));
			this.events.publishEvent(new ReadingChanged(written, reading, before.getOrDefault(written, ""), by, at));
		}));
		follow();
	}

	/**
	 * The dictionary as it would be with one more entry, for a listener.
	 * @throws InvalidReading if the entry is broken
	 */
	Readings with(String written, String reading) {
		Map<String, String> all = new LinkedHashMap<>(current().all());
		if (!written.isBlank()) {
			Reading entry = Reading.of(1, written, reading);
			all.put(entry.written(), entry.reading());
		}
		return Readings.of(all);
	}

	/**
	 * An entry, as officers see it.
	 *
	 * @param written the word
	 * @param reading how it is read; empty if it was taken out
	 * @param by who last changed it; empty for the files
	 * @param at when
	 */
	public record Entry(String written, String reading, String by, Instant at) {

		/** Whether it stands in the files as it is. */
		public boolean ofFile() {
			return this.by.isEmpty();
		}

	}

}
