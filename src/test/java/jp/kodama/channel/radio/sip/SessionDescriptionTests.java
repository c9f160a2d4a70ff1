package jp.kodama.channel.radio.sip;

import java.net.InetAddress;
import java.util.List;

import jp.kodama.channel.radio.rtp.Codec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What units write into their answers, and what is made of it. */
class SessionDescriptionTests {

	private static final String ANSWER = """
			v=0
			o=- 1 1 IN IP4 127.0.0.1
			s=-
			c=IN IP4 127.0.0.1
			t=0 0
			m=audio 40002 RTP/AVP %s
			%s
			""";

	private static final List<Codec> ALL = List.of(Codec.values());

	@Test
	void whatWeOfferIsUnderstood() throws Exception {
		String offer = SessionDescription.offer(InetAddress.getByName("127.0.0.1"), 40000, ALL);
		assertThat(SessionDescription.answer(offer, ALL)).satisfies((answer) -> {
			assertThat(answer.media().getPort()).isEqualTo(40000);
			assertThat(answer.codec()).isEqualTo(Codec.PCMU);
			assertThat(answer.eventType()).isEqualTo(101);
		});
	}

	@Test
	void theUnitsOrderDecidesAndStaticTypesNeedNoName() throws Exception {
		assertThat(answer("8 0", "").codec()).isEqualTo(Codec.PCMA);
		assertThat(answer("8 0", "").eventType()).isEqualTo(-1);
	}

	@Test
	void aTypeMayBeNumberedByTheUnit() throws Exception {
		Answer answer = answer("110 97", "a=rtpmap:110 pcmu/8000\na=rtpmap:97 telephone-event/8000");
		assertThat(answer.codec()).isEqualTo(Codec.PCMU);
		assertThat(answer.codecType()).isEqualTo(110);
		assertThat(answer.eventType()).isEqualTo(97);
	}

	@Test
	void whoeverDoesNotListenIsNoReceiver() {
		for (String direction : List.of("a=sendonly", "a=inactive")) {
			assertThatExceptionOfType(CallFailed.class).isThrownBy(() -> answer("0", direction))
				.withMessageContaining("does not take sound");
		}
		assertThatExceptionOfType(CallFailed.class).isThrownBy(() -> answer("18", "a=rtpmap:18 G729/8000"))
			.withMessageContaining("takes none of");
	}

	private static Answer answer(String types, String lines) throws CallFailed {
		return SessionDescription.answer(ANSWER.formatted(types, lines), ALL);
	}

}
