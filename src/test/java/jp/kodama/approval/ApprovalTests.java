package jp.kodama.approval;

import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import jp.kodama.alert.InvalidAlert;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.State;
import jp.kodama.alert.Text;
import jp.kodama.testing.KodamaTest;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An alert on its way to the second person, and past them. */
@KodamaTest
class ApprovalTests {

	@Autowired
	Approvals approvals;

	@Autowired
	ReleaseCheck check;

	@Autowired
	MessageTemplates templates;

	@Autowired
	AlertWriter writer;

	@Autowired
	AlertJournal journal;

	@Test
	void anAlertIsReleasedByAnotherPersonThanItsComposer() {
		Alert alert = draft();
		this.approvals.submit(alert.identifier(), "officer");
		refused("approver", () -> this.approvals.approve(alert.identifier(), "officer"));
		JournalEntry released = this.approvals.approve(alert.identifier(), "deputy");
		assertThat(released.state()).isEqualTo(State.RELEASED);
		assertThat(released.approver()).isEqualTo("deputy");
		refused("state", () -> this.approvals.approve(alert.identifier(), "mayor"));
	}

	@Test
	void nobodySlipsWordsIntoAnothersDraftAndApprovesThem() {
		Alert alert = draft();
		refused("composer", () -> this.approvals.rewrite(alert, "deputy"));
		refused("composer", () -> this.approvals.submit(alert.identifier(), "deputy"));
		this.approvals.submit(alert.identifier(), "officer");
		assertThatExceptionOfType(InvalidAlert.class).isThrownBy(() -> this.approvals.rewrite(alert, "officer"))
			.matches((ex) -> ex.field().equals("identifier"));
	}

	@Test
	void aDraftIsNotReleasedBeforeItWasSubmitted() {
		Alert alert = draft();
		refused("state", () -> this.approvals.approve(alert.identifier(), "deputy"));
	}

	@Test
	void anAlertSentBackIsMendedByItsComposer() {
		Alert alert = draft();
		this.approvals.submit(alert.identifier(), "officer");
		this.approvals.sendBack(alert.identifier(), "deputy", "避難所が違います");
		assertThat(this.approvals.find(alert.identifier()).state()).isEqualTo(State.DRAFT);
		this.approvals.rewrite(alert, "officer");
		this.approvals.submit(alert.identifier(), "officer");
		this.approvals.discard(alert.identifier(), "deputy", "不要になりました");
		assertThat(this.approvals.find(alert.identifier()).state()).isEqualTo(State.DISCARDED);
	}

	@Test
	void anAlertForAnotherTownOrAnUnknownDistrictIsRefusedByName() {
		assertThat(problems(Area.municipality("輪島市", "17204"))).singleElement()
			.satisfies((one) -> assertThat(one.field()).isEqualTo("info[ja-JP].area[輪島市].geocode"))
			.satisfies((one) -> assertThat(one.japanese()).contains("穴水町", "17204"));
		Area unknown = new Area("月面",
				List.of(new Area.Geocode(Area.Geocode.JIS, "17461"), new Area.Geocode(Area.Geocode.DISTRICT, "月面")),
				List.of());
		assertThat(problems(unknown)).singleElement().satisfies((one) -> assertThat(one.japanese()).contains("月面"));
		assertThat(problems(new Area("どこか", List.of(), List.of()))).singleElement()
			.satisfies((one) -> assertThat(one.english()).contains("JISX0402"));
	}

	@Test
	void anAlertThatIsOverOrHasNoJapaneseIsRefused() {
		Alert fresh = SampleAlerts.fresh(SampleAlerts.tsunami());
		Alert english = new Alert(fresh.key(), fresh.status(), fresh.msgType(), fresh.handling(), fresh.references(),
				List.of(fresh.info("en").orElseThrow()));
		assertThat(this.check.of(english)).extracting(Problem::field).containsExactly("info[ja]");
		Info old = fresh.main();
		Info over = new Info(old.language(), old.classification(), old.text(), fresh.sent().minusMinutes(1),
				old.parameters(), old.areas());
		Alert late = new Alert(
				new jp.kodama.alert.Key(fresh.key().sender(), fresh.identifier(), fresh.sent().minusHours(1)),
				fresh.status(), fresh.msgType(), fresh.handling(), List.of(), List.of(over));
		assertThat(this.check.of(late)).extracting(Problem::field).containsExactly("info[ja-JP].expires");
	}

	@Test
	void anAlertWithABlankLeftOpenIsRefused() {
		Alert alert = SampleAlerts.fresh(SampleAlerts.tsunami());
		Info open = worded(alert.main(), new Text("見出し", "状況", "避難所は{開いている避難所}です。", "穴水町"));
		assertThat(this.check.of(with(alert, open))).extracting(Problem::field).contains("info[ja-JP].instruction");
	}

	@Test
	void anAlertThatAChannelCannotCarryIsRefusedAndNotCut() {
		Alert alert = SampleAlerts.fresh(SampleAlerts.tsunami());
		Info endless = worded(alert.main(), new Text("見出し", "とても長い。".repeat(2000), "逃げてください。", "穴水町"));
		assertThat(this.check.of(with(alert, endless))).anySatisfy((one) -> {
			assertThat(one.warning()).isFalse();
			assertThat(one.field()).startsWith("info[ja");
		});
	}

	@Test
	void whoeverWasToldOfAnAlertIsToldOfItsEndInTheSameLanguage() {
		Alert alert = released();
		Entry lifted = this.templates.withdrawal(this.templates.get("lifted"), alert);
		Alert silent = this.writer.answer(alert, MsgType.Cancel, new Entry(lifted.status(), lifted.kind(),
				java.util.Map.of("ja", lifted.messages().get("ja")), List.of(), lifted.lasts(), lifted.handling()));
		assertThat(this.check.of(silent)).extracting(Problem::field).contains("info[en]");
	}

	@Test
	void aCancelPreparedByTheTemplateEndsTheAlert() {
		Alert alert = released();
		Entry lifted = this.templates.withdrawal(this.templates.get("lifted"), alert);
		Alert cancel = this.writer.answer(alert, MsgType.Cancel, lifted);
		assertThat(cancel.main().text().headline()).isEqualTo("津波警報を解除しました");
		assertThat(cancel.main().classification().responseType()).isEqualTo("AllClear");
		assertThat(cancel.level()).isEmpty();
		this.approvals.draft(cancel, "officer");
		this.approvals.submit(cancel.identifier(), "officer");
		this.approvals.approve(cancel.identifier(), "deputy");
		assertThat(this.journal.find(alert.identifier())).get()
			.extracting(JournalEntry::state)
			.isEqualTo(State.CANCELLED);
	}

	private Alert draft() {
		Alert alert = SampleAlerts.fresh(SampleAlerts.tsunami());
		this.approvals.draft(alert, "officer");
		return alert;
	}

	private Alert released() {
		Alert alert = draft();
		this.approvals.submit(alert.identifier(), "officer");
		this.approvals.approve(alert.identifier(), "deputy");
		return alert;
	}

	private List<Problem> problems(Area area) {
		Alert alert = SampleAlerts.fresh(SampleAlerts.tsunami());
		Info main = alert.main();
		return this.check.of(with(alert, new Info(main.language(), main.classification(), main.text(), main.expires(),
				main.parameters(), List.of(area))));
	}

	private static Info worded(Info info, Text text) {
		return new Info(info.language(), info.classification(), text, info.expires(), info.parameters(), info.areas());
	}

	private static Alert with(Alert alert, Info only) {
		return new Alert(alert.key(), alert.status(), alert.msgType(), alert.handling(), alert.references(),
				List.of(only));
	}

	private static void refused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
		assertThatExceptionOfType(Refused.class).isThrownBy(what)
			.satisfies((ex) -> assertThat(ex.problems()).extracting(Problem::field).contains(field));
	}

}
