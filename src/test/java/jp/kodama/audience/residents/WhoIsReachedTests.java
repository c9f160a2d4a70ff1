package jp.kodama.audience.residents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.audience.AddressRefused;
import jp.kodama.audience.ContactsTouched;
import jp.kodama.audience.Recipient;
import jp.kodama.audience.ResidentErased;
import jp.kodama.audience.Townsfolk;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static jp.kodama.audience.Townsfolk.NOW;
import static jp.kodama.audience.Townsfolk.resident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An alert at three in the morning, and who of the town gets it. */
class WhoIsReachedTests {

	@TempDir
	Path folder;

	private Townsfolk town;

	private Suppressions suppressions;

	@BeforeEach
	void aTown() {
		this.town = town();
		this.suppressions = new Suppressions(this.town.jdbc(), this.town.transactions(), this.town.told()::add,
				this.town.clock());
	}

	Townsfolk town() {
		return Townsfolk.in(this.folder);
	}

	@Test
	void onlyThoseWhoAgreedAndEveryAddressTheyNamed() {
		Resident agreed = resident("1", "email", "a@example.jp", "b@example.jp");
		this.town.residents()
			.put(List.of(agreed, with(resident("2", "email", "c@example.jp"), Consent.NONE),
					with(resident("3", "email", "d@example.jp"), new Consent(Consent.State.WITHDRAWN, "電話", NOW))));
		assertThat(reached(SampleAlerts.evacuation())).containsExactly("a@example.jp", "b@example.jp");
		this.town.residents().put(with(agreed, new Consent(Consent.State.WITHDRAWN, "窓口", NOW)), "officer", "");
		assertThat(reached(SampleAlerts.evacuation())).isEmpty();
	}

	@Test
	void quietHoursHoldForWhatCanWaitAndForNothingElse() {
		Resident one = resident("1", "email", "a@example.jp");
		this.town.residents()
			.put(List.of(new Resident(one.number(), one.name(), "ja", one.home(), one.consent(),
					QuietHours.parse("22:00-6:00"), one.addresses())));
		assertThat(SampleAlerts.evacuation().urgent()).isTrue();
		assertThat(reached(SampleAlerts.evacuation())).containsExactly("a@example.jp");
		Alert notice = SampleAlerts.all()
			.values()
			.stream()
			.filter((alert) -> !alert.urgent())
			.findFirst()
			.orElseThrow();
		assertThat(reached(notice)).isEmpty();
		this.town.residents()
			.put(List.of(new Resident(one.number(), one.name(), "ja", one.home(), one.consent(),
					QuietHours.parse("4:00-6:00"), Map.of())));
		assertThat(reached(notice)).as("before they begin").containsExactly("a@example.jp");
	}

	@Test
	void anAddressThatBouncedIsLeftOutUntilAnOfficerLiftsIt() {
		this.town.residents().put(List.of(resident("1", "email", "a@example.jp", "b@example.jp")));
		AddressRefused bounce = new AddressRefused("email", "a@example.jp", "5.1.1 no such user", NOW);
		this.suppressions.add(bounce);
		this.suppressions.add(bounce);
		assertThat(reached(SampleAlerts.evacuation())).containsExactly("b@example.jp");
		assertThat(this.suppressions.latest(10, 0, "officer")).extracting((one) -> one.holder().number())
			.containsExactly("1");
		this.town.residents().put(List.of(resident("1", "email", "a@example.jp", "b@example.jp")));
		assertThat(reached(SampleAlerts.evacuation())).as("an import does not lift it").containsExactly("b@example.jp");
		this.suppressions.lift("email", "a@example.jp", "officer", "本人に確認");
		assertThat(reached(SampleAlerts.evacuation())).hasSize(2);
		this.suppressions.add(new AddressRefused("email", "a@example.jp", "late", NOW.minusSeconds(60)));
		assertThat(reached(SampleAlerts.evacuation())).as("an old report that comes late").hasSize(2);
		assertThat(this.town.told()).filteredOn(ContactsTouched.class::isInstance)
			.extracting((one) -> ((ContactsTouched) one).action())
			.containsExactly("address.SUPPRESSED", "address.LISTED", "address.LIFTED");
		assertThatThrownBy(() -> this.suppressions.lift("email", "nobody@example.jp", "officer", ""))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void anAddressThatSomebodyGaveUpIsNoLongerTheirs() {
		this.town.residents().put(List.of(resident("1", "email", "a@example.jp")));
		this.town.residents().put(List.of(resident("1", "email", "new@example.jp")));
		assertThat(reached(SampleAlerts.evacuation())).containsExactly("new@example.jp");
		Known known = this.town.directory().find(new Search("new@example", "", "", 0), 10, "officer").get(0);
		assertThat(known.rows()).extracting(Known.Address::gone).containsExactly(true, false);
		this.town.residents().put(List.of(resident("2", "email", "a@example.jp")));
		assertThat(this.town.directory().holder("email", "a@example.jp").orElseThrow().resident().number())
			.isEqualTo("2");
	}

	@Test
	void anAddressThatNobodyIsKnownToHaveStaysReachable() {
		this.town.jdbc()
			.update("INSERT INTO recipient (id, channel, address, language, district, sample) VALUES (5, 'email', 'x@example.jp', 'ja', '', 0)");
		assertThat(reached(SampleAlerts.evacuation())).containsExactly("x@example.jp");
		this.suppressions.add(new AddressRefused("email", "x@example.jp", "STOP", NOW));
		assertThat(reached(SampleAlerts.evacuation())).isEmpty();
	}

	@Test
	void whoTookTheirConsentBackIsForgottenOnceItWasKeptLongEnough() {
		this.town.residents()
			.put(List.of(with(resident("1", "email", "a@example.jp"), new Consent(Consent.State.WITHDRAWN, "電話", NOW)),
					resident("2", "email", "b@example.jp")));
		this.suppressions.add(new AddressRefused("email", "a@example.jp", "bounce", NOW));
		forgetting(Duration.ofDays(30)).expire();
		assertThat(this.town.directory().count()).as("yesterday is too early").isEqualTo(2);
		forgetting(Duration.ofSeconds(-1)).expire();
		assertThat(this.town.directory().holder("email", "a@example.jp")).isEmpty();
		assertThat(this.suppressions.count()).isZero();
		assertThat(reached(SampleAlerts.evacuation())).containsExactly("b@example.jp");
		assertThat(this.town.told()).filteredOn(ResidentErased.class::isInstance)
			.singleElement()
			.satisfies((one) -> assertThat(((ResidentErased) one).recipients()).hasSize(1));
	}

	private Forgetting forgetting(Duration kept) {
		return new Forgetting(this.town.jdbc(), this.town.transactions(), this.town.told()::add, this.town.clock(),
				kept);
	}

	@Test
	void whatIsWrittenDownComesBackFromABackup() throws IOException {
		this.town.residents().put(List.of(resident("1", "email", "a@example.jp"), resident("2", "sms", "+819012345678")));
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		this.town.backup().write(file, "umi no mieru oka");
		List<Known> before = this.town.directory().find(search(""), 10, "officer");
		this.town.backup().restore(new ByteArrayInputStream(file.toByteArray()), "umi no mieru oka");
		assertThat(this.town.directory().find(search(""), 10, "officer")).isEqualTo(before).hasSize(2);
	}

	@Test
	void isFoundByPartsOfNameNumberAddressDistrictAndGroup() {
		Resident hanako = new Resident("A-1", "穴水 ハナコ", "ja", new Resident.Home("兜", List.of("ward-heads")),
				Consent.NONE, QuietHours.NEVER, Map.of("sms", List.of("+819012345678")));
		this.town.residents().put(List.of(hanako, resident("2", "email", "a%b@example.jp")));
		for (Search found : List.of(search("はなこ"), search("穴水ﾊﾅ"), search("A-1"), search("090-1234-5678"),
				search("+81 90-1234"), search("1234-5678"), new Search("", "兜", "", 0),
				new Search("", "", "ward-heads", 0))) {
			assertThat(this.town.directory().find(found, 10, "officer")).as(found.toString())
				.extracting((one) -> one.resident().number())
				.containsExactly("A-1");
		}
		assertThat(this.town.directory().find(search("a%b"), 10, "officer")).hasSize(1);
		assertThat(this.town.directory().find(search("a_b"), 10, "officer")).isEmpty();
		ContactsTouched last = (ContactsTouched) this.town.told().get(this.town.told().size() - 1);
		assertThat(last.action()).isEqualTo("resident.LISTED");
		assertThat(last.detail()).contains("2").doesNotContain("a%b");
	}

	private static Search search(String words) {
		return new Search(words, "", "", 0);
	}

	private static Resident with(Resident one, Consent consent) {
		return new Resident(one.number(), one.name(), one.language(), one.home(), consent, one.quiet(),
				one.addresses());
	}

	private List<String> reached(Alert alert) {
		List<Recipient> reached = this.town.audience().of(alert, "email", false);
		assertThat(this.town.audience().count(alert, "email", false)).isEqualTo(reached.size());
		return reached.stream().map(Recipient::address).toList();
	}

}
