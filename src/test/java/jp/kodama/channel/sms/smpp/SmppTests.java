package jp.kodama.channel.sms.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jp.kodama.audience.AddressRefused;
import jp.kodama.channel.sms.SmsOffice;
import jp.kodama.delivery.ChannelDesk;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.LateReport;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Report;
import jp.kodama.testing.SampleAlerts;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Texts leave by an SMSC of jSMPP, and it says what became of them. */
class SmppTests {

	private final Smsc smsc = new Smsc();

	private SmsOffice office = office("secret");

	SmppTests() throws IOException {
	}

	@AfterEach
	void close() throws IOException {
		this.office.close();
		this.smsc.close();
	}

	@Test
	void aLongJapaneseTextLeavesInPartsThatThePhoneJoins() {
		Parcel.Live parcel = this.office.parcel("090-0000-0001");
		Outcome outcome = this.office.send(parcel);
		assertThat(outcome.reports()).extracting(Report::evidence, Report::providerId, Report::detail)
			.containsExactly(tuple(Evidence.ACCEPTED, "smsc/161", "ESME_ROK"));
		List<SubmitSm> parts = this.smsc.submitted();
		assertThat(parts).hasSizeGreaterThan(1).allSatisfy((part) -> {
			assertThat(part.getDestAddress()).isEqualTo("819000000001");
			assertThat(part.isUdhi()).isTrue();
			assertThat(part.getDataCoding()).isEqualTo(UserData.UCS2);
			assertThat(part.getShortMessage()).hasSizeLessThanOrEqualTo(140);
			assertThat(part.getShortMessage()).startsWith(5, 0, 3, parts.get(0).getShortMessage()[3], parts.size());
		});
		StringBuilder joined = new StringBuilder();
		for (int i = 0; i < parts.size(); i++) {
			byte[] octets = parts.get(i).getShortMessage();
			assertThat(octets[5]).isEqualTo((byte) (i + 1));
			joined.append(new String(Arrays.copyOfRange(octets, 6, octets.length), StandardCharsets.UTF_16BE));
		}
		assertThat(joined.toString()).isEqualTo(parcel.artifacts().get(0).text());
	}

	@Test
	void aLongTextIsDeliveredOnlyWhenEveryPartWas() throws Exception {
		this.office.send(this.office.parcel("+819000000001"));
		int parts = this.smsc.submitted().size();
		for (int part = 1; part < parts; part++) {
			this.smsc.receipt(0xa0 + part, "DELIVRD");
			this.smsc.receipt(0xa0 + part, "DELIVRD");
		}
		assertThat(this.office.told(LateReport.class)).isEmpty();
		this.smsc.receipt(0xa0 + parts, "DELIVRD");
		assertThat(this.office.told(LateReport.class)).extracting(LateReport::providerId, LateReport::evidence)
			.containsExactly(tuple("smsc/161", Evidence.DELIVERED));
	}

	@Test
	void aLongTextFailsWithItsFirstPart() throws Exception {
		this.office.send(this.office.parcel("+819000000001"));
		this.smsc.receipt(0xa1, "DELIVRD");
		this.smsc.receipt(0xa2, "UNDELIV");
		assertThat(this.office.told(LateReport.class)).extracting(LateReport::providerId, LateReport::evidence)
			.containsExactly(tuple("smsc/161", Evidence.FAILED));
	}

	@Test
	void aShortTextIsOnePartAndItsReceiptIsFoundWhateverItsBase() throws Exception {
		Outcome outcome = this.office
			.send(this.office.parcel(SampleAlerts.saying("断水", "水をためてください", ""), "+819000000001"));
		assertThat(outcome.reports()).extracting(Report::providerId).containsExactly("smsc/161");
		assertThat(this.smsc.submitted()).singleElement().satisfies((one) -> assertThat(one.isUdhi()).isFalse());
		this.smsc.receipt(0xa1, "DELIVRD");
		assertThat(this.office.told(LateReport.class)).extracting(LateReport::providerId, LateReport::evidence)
			.containsExactly(tuple("smsc/161", Evidence.DELIVERED));
	}

	@Test
	void anSmscThatIsFullIsGivenTimeAndNothingIsSentTwice() {
		this.smsc.refuse(0x58, 3);
		Outcome outcome = this.office.send(this.office.parcel("+819000000001", "+819000000002"));
		assertThat(outcome).isInstanceOf(Outcome.HandedOver.class);
		assertThat(outcome.reports()).extracting(Report::evidence).containsOnly(Evidence.ACCEPTED);
		assertThat(this.smsc.submitted()).extracting((part) -> part.getDestAddress() + "/" + part.getShortMessage()[5])
			.doesNotHaveDuplicates();
	}

	@Test
	void aNumberThatTheSmscRefusesFailsAlone() {
		this.smsc.refuse(0x0b, 1);
		assertThat(this.office.send(this.office.parcel("+819000000001")).reports())
			.extracting(Report::evidence, Report::detail)
			.containsExactly(tuple(Evidence.FAILED, "SMPP 0000000B: ESME_RINVDSTADR destination address is invalid"));
	}

	@Test
	void aWrongPasswordGivesNobodyUpAndRings() {
		this.office.close();
		this.office = office("wrong");
		Outcome outcome = this.office.send(this.office.parcel("+819000000001"));
		assertThat(outcome).isInstanceOfSatisfying(Outcome.RetryLater.class,
				(later) -> assertThat(later.cause()).contains("ESME_RINVPASWD"));
		assertThat(this.office.part(ChannelDesk.class).troubles()).hasSize(1);
	}

	@Test
	void whoAnswersStopIsNotWrittenToAnyMore() throws Exception {
		this.office.send(this.office.parcel("+819000000001"));
		this.smsc.answer("819000000001", "配信停止");
		this.smsc.answer("819000000002", "家族が動けません");
		assertThat(this.office.told(AddressRefused.class)).extracting(AddressRefused::address)
			.containsExactly("+819000000001");
		assertThat(this.office.part(ChannelDesk.class).state().toString()).contains("家族が動けません");
	}

	private SmsOffice office(String password) {
		return office(this.smsc.port(), password);
	}

	private static SmsOffice office(int port, String password) {
		return new SmsOffice("smpp://town@127.0.0.1:" + port + "?name=smsc&ids=hex-dec", password,
				Map.of("from", "+815000000000", "timeout", "5s", "connections", "2"));
	}

}
