package jp.kodama.intake.contact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.intake.Letter;
import jp.kodama.intake.Notice;
import jp.kodama.intake.NoticeDesk;
import jp.kodama.intake.Reception;
import jp.kodama.intake.Taken;
import jp.kodama.intake.source.SourceWatch;
import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Decision;
import jp.kodama.policy.verdict.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** How contacts are looked at: {@code 0} open, {@code 1} closed. */
@Component("contactWire")
class ContactWire {

	private static final int LONGEST = 16;

	private final Contacts contacts;

	private final SourceWatch watch;

	private final NoticeDesk desk;

	private final Reception reception;

	ContactWire(Contacts contacts, SourceWatch watch, NoticeDesk desk, Reception reception) {
		this.contacts = contacts;
		this.watch = watch;
		this.desk = desk;
		this.reception = reception;
	}

	/**
	 * Looks at a contact in its file, and has done what it leads to.
	 * @return the identifiers of the alerts released
	 */
	List<String> file(String source, String address) {
		boolean closed;
		try (InputStream in = Files.newInputStream(Path.of(address.replaceFirst("^file:", "")))) {
			closed = closed(in.readNBytes(LONGEST));
		}
		catch (IOException | Unreadable ex) {
			this.watch.trouble(source, "接点を読めません / cannot read the contact: " + ex.getMessage());
			return List.of();
		}
		this.watch.heard(source);
		return look(source, closed).released();
	}

	/** What a contact says of itself; it counts when it has settled. */
	Taken pushed(String source, Letter letter) throws InterruptedException {
		boolean closed;
		try {
			closed = closed(letter.bytes());
		}
		catch (Unreadable ex) {
			return this.reception.take(letter.fault().isEmpty() ? letter.spoiled(ex) : letter);
		}
		this.watch.heard(source);
		look(source, closed);
		Thread.sleep(this.contacts.settles(source).toMillis() + 1);
		return look(source, closed);
	}

	private synchronized Taken look(String source, boolean closed) {
		Notice notice = this.contacts.look(source, closed);
		if (notice == null) {
			return nothing();
		}
		Taken taken = this.desk.take(notice);
		this.contacts.dealtWith(source, closed);
		return taken;
	}

	private static Taken nothing() {
		return new Taken(new Decision(Verdict.RECORD, "", "変化なし / no change", List.of(), List.of(), List.of()),
				List.of(), List.of(), List.of());
	}

	private static boolean closed(byte[] bytes) throws Unreadable {
		String word = new String(bytes, StandardCharsets.US_ASCII).strip();
		if (!word.equals("0") && !word.equals("1")) {
			throw new Unreadable("接点の値は 0 か 1 です", "a contact is 0 or 1, not '" + word + "'");
		}
		return word.equals("1");
	}

}
