package jp.kodama.policy;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;

import org.jspecify.annotations.Nullable;

/**
 * What a received message says, whatever its wire format.
 *
 * @param origin what it is
 * @param issue when and how it was issued
 * @param headline its own words, may be empty
 * @param notices each kind of warning it names, with each area it names it for
 * @param cap what it says in CAP's own terms; null for other formats
 * @param flaw what its schema has against it, Japanese and English; empty if nothing
 */
public record Bulletin(Origin origin, Issue issue, String headline, List<Notice> notices, @Nullable CapMessage cap,
		String flaw) {

	public Bulletin {
		notices = List.copyOf(notices);
	}

	/** A message of another format than CAP, in good shape. */
	public Bulletin(Origin origin, Issue issue, String headline, List<Notice> notices) {
		this(origin, issue, headline, notices, null, "");
	}

	/** The same, with what its schema has against it. */
	public Bulletin flawed(String flaw) {
		return new Bulletin(this.origin, this.issue, this.headline, this.notices, this.cap, flaw);
	}

	/**
	 * What tells it from other messages, whatever the bytes: two copies of one message
	 * say the same. CAP names a message by sender, identifier and sent.
	 */
	public String said() {
		return (this.cap != null) ? this.cap.seal().state() + " " + this.cap.seal().key() + " " + this.cap.key()
				: toString();
	}

	/**
	 * What a message is.
	 *
	 * @param source the format: {@code jma}, {@code cap}
	 * @param title JMA {@code Control/Title}: names the kind of telegram
	 * @param heading JMA {@code Head/Title}: names this one
	 * @param office who wrote it
	 */
	public record Origin(String source, String title, String heading, String office) {
	}

	/**
	 * How a message was issued.
	 *
	 * @param status meant, drill or test
	 * @param msgType new, corrected, withdrawn
	 * @param event what ties the messages of one event together, may be empty
	 * @param serial its number within the event, may be empty
	 * @param reported when, as it says itself
	 */
	public record Issue(Status status, MsgType msgType, String event, String serial, OffsetDateTime reported) {
	}

	/**
	 * One kind of warning for one area.
	 *
	 * @param kind what
	 * @param place where
	 * @param figures what is forecast there, true only while it is fresh, by name; see
	 * {@link #HEIGHT} and what follows it
	 */
	public record Notice(Kind kind, Place place, Map<String, String> figures) {

		/** Figure: how high the sea may rise, as the telegram says it: {@code ５ｍ}. */
		public static final String HEIGHT = "height";

		/** Figure: the same in metres, {@code 5}; absent where there is no number. */
		public static final String METRES = "metres";

		/** Figure: when the first wave may come, ISO 8601. */
		public static final String ARRIVAL = "arrival";

		public Notice {
			// In an order of its own: what is said must read the same after a restart.
			figures = Collections.unmodifiableMap(new TreeMap<>(figures));
		}

		/** Without figures. */
		public Notice(Kind kind, Place place) {
			this(kind, place, Map.of());
		}

	}

	/**
	 * A kind of warning.
	 *
	 * @param code of the telegram's code table, may be empty
	 * @param name as the telegram calls it
	 * @param status 発表, 継続, 解除, 警報から注意報 …; may be empty
	 * @param last the code before this telegram, may be empty
	 * @param cause what of it, where one code covers several hazards: 土砂災害、浸水害; may be
	 * empty
	 */
	public record Kind(String code, String name, String status, String last, String cause) {

		/** A kind whose code says all. */
		public Kind(String code, String name, String status, String last) {
			this(code, name, status, last, "");
		}

		/** Whether it says that nothing is in force. */
		public boolean none() {
			return this.status.endsWith("なし") || (this.code.isEmpty() && this.name.isEmpty());
		}

		/** Whether it says that what it names is over. */
		public boolean lifted() {
			return this.status.equals("解除");
		}

	}

	/**
	 * An area, as a telegram names it.
	 *
	 * @param system the code system, JMA {@code codeType}; empty if unknown
	 * @param block the block of the telegram it stands in
	 * @param code its code
	 * @param name its name
	 * @param body whether it stands in the body, which is more exact than the headline
	 */
	public record Place(String system, String block, String code, String name, boolean body) {
	}

}
