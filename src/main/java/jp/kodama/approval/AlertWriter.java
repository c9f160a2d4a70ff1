package jp.kodama.approval;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Handling;
import jp.kodama.alert.Info;
import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.alert.Text;
import jp.kodama.audience.Municipality;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes an alert of what was entered: number, sender, time, areas, one info a language.
 */
@Component
public class AlertWriter {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Municipality town;

	private final Areas areas;

	private final Clock clock;

	private final String sender;

	AlertWriter(Municipality town, Clock clock, @Value("${kodama.sender:kodama.${kodama.town}}") String sender) {
		this.town = town;
		this.areas = new Areas(town);
		this.clock = clock;
		this.sender = sender;
	}

	/**
	 * An alert of any type.
	 * @param references what it replaces or withdraws
	 * @throws jp.kodama.alert.InvalidAlert naming what is missing or wrong
	 */
	public Alert write(Entry entry, MsgType type, List<Key> references) {
		return write(nextKey(), type, entry, references);
	}

	/**
	 * The same alert with other words; keeps its number, what it references, how it is
	 * handled and what is attached.
	 */
	public Alert rewrite(Alert draft, Entry entry) {
		Key key = new Key(draft.key().sender(), draft.identifier(), now());
		Entry kept = new Entry(entry.status(), entry.kind(), entry.messages(), entry.districts(), entry.lasts(),
				draft.handling());
		Alert written = write(key, draft.msgType(), kept, draft.references());
		List<Info> infos = written.infos()
			.stream()
			.map((info) -> new Info(info.language(), info.classification(), info.text(), info.expires(),
					info.parameters(), info.areas(), draft.main().resources()))
			.toList();
		return new Alert(written.key(), written.status(), written.msgType(), written.handling(), written.references(),
				infos);
	}

	/**
	 * An alert that takes the place of another, or withdraws it. Whether it is a drill,
	 * and what incident it belongs to, follows the other.
	 */
	public Alert answer(Alert old, MsgType type, Entry entry) {
		Handling handling = new Handling(entry.handling().source(), old.handling().codes(), old.handling().incident());
		Entry following = new Entry(old.status(), entry.kind(), entry.messages(), entry.districts(), entry.lasts(),
				handling);
		return write(nextKey(), type, following, List.of(old.key()));
	}

	/** A sender, number and time that no other alert has. */
	public Key nextKey() {
		OffsetDateTime now = now();
		String noise = Integer.toString(RANDOM.nextInt(36 * 36 * 36 * 36) + 36 * 36 * 36 * 36, 36).substring(1);
		return new Key(this.sender, this.town.jis() + "-" + STAMP.format(now) + "-" + noise, now);
	}

	private Alert write(Key key, MsgType type, Entry entry, List<Key> references) {
		List<Info> infos = entry.messages()
			.entrySet()
			.stream()
			.map((one) -> info(key, one.getKey(), one.getValue(), entry))
			.toList();
		return new Alert(key, entry.status(), type, entry.handling(), references, infos);
	}

	private Info info(Key key, String language, Message message, Entry entry) {
		Text text = new Text(message.headline(), message.description(), message.instruction(), name(language));
		return new Info(Language.full(language), entry.kind().in(language), text, key.sent().plus(entry.lasts()),
				entry.kind().parameters(), List.of(this.areas.of(entry.districts(), language)));
	}

	private String name(String language) {
		return language.toLowerCase(Locale.ROOT).startsWith("ja") ? this.town.name() : this.town.english();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock).withNano(0);
	}

}
