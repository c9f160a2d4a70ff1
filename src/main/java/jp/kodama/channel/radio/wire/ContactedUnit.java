package jp.kodama.channel.radio.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

import jp.kodama.channel.radio.contact.ContactGuard;
import jp.kodama.channel.radio.contact.Contacts;

/** A unit that only listens while a control contact is closed. */
final class ContactedUnit implements Unit {

	static final Set<String> OPTIONS = Set.of("contact", "contact-closed", "contact-open", "contact-lead",
			"contact-longest");

	private final Unit unit;

	private final ContactGuard guard;

	private final Duration lead;

	ContactedUnit(Unit unit, UnitAddress address) {
		this.unit = unit;
		this.lead = Duration.ofMillis(address.number("contact-lead", 500));
		this.guard = new ContactGuard(Contacts.of(address.word("contact", ""), address.word("contact-closed", ""),
				address.word("contact-open", "")), Duration.ofSeconds(address.number("contact-longest", 600)));
	}

	@Override
	public String name() {
		return this.unit.name();
	}

	/** What a crash may have left closed is opened. */
	@Override
	public void prepare() throws IOException {
		this.guard.open();
		this.unit.prepare();
	}

	@Override
	public Aired air(Airing airing) throws IOException, InterruptedException {
		Aired aired = this.guard.during(this.lead, () -> this.unit.air(airing));
		return (this.guard.stuck() && aired instanceof Aired.Whole whole)
				? new Aired.Whole(whole.words() + "; 接点が開きません / its contact does not open", whole.id()) : aired;
	}

}
