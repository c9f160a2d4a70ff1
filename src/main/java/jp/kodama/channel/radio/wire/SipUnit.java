package jp.kodama.channel.radio.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Timer;
import jp.kodama.channel.radio.rtp.Codec;
import jp.kodama.channel.radio.rtp.MediaSocket;
import jp.kodama.channel.radio.rtp.Pacer;
import jp.kodama.channel.radio.rtp.RtpSender;
import jp.kodama.channel.radio.sip.Answer;
import jp.kodama.channel.radio.sip.CallFailed;
import jp.kodama.channel.radio.sip.Callee;
import jp.kodama.channel.radio.sip.SipCall;
import jp.kodama.channel.radio.sip.SipPhone;
import jp.kodama.speech.Sound;

/**
 * A remote-control unit (遠隔制御装置) that is called by telephone: zone and password by
 * digits, then the sound. The unit has it once it answered, all packets left, and it was
 * still there to confirm the end.
 */
final class SipUnit implements Unit {

	static final Set<String> OPTIONS = Set.of("user", "caller", "password", "codec", "dtmf", "pin", "ringing", "lead");

	private final UnitAddress address;

	private final SipPhone phone;

	private final Timer lateness;

	private final Callee callee;

	private final List<Codec> codecs;

	SipUnit(UnitAddress address, SipPhone phone, Supplier<Optional<String>> channelSecret, Timer lateness) {
		this.address = address;
		this.phone = phone;
		this.lateness = lateness;
		String caller = address.word("caller", "kodama");
		Supplier<Optional<String>> password = address.reference("password").isPresent()
				? () -> address.secret("password") : channelSecret;
		this.callee = new Callee(address.target(), caller, address.word("user", caller), password,
				Duration.ofSeconds(address.number("ringing", 20)));
		this.codecs = Arrays.stream(address.word("codec", "PCMU,PCMA").split(",")).map(Codec::named).toList();
		address.reference("pin");
	}

	@Override
	public String name() {
		return this.address.target();
	}

	@Override
	public void prepare() throws IOException {
		this.phone.call(this.callee).close();
	}

	@Override
	public Aired air(Airing airing) throws IOException, InterruptedException {
		String digits = digits();
		Sound sound = airing.sound();
		try (SipCall call = this.phone.call(this.callee); MediaSocket media = new MediaSocket(call.local())) {
			Answer answer = call.invite(media.port(), this.codecs);
			media.connect(answer.media());
			RtpSender sender = new RtpSender(new Pacer(this.lateness), media);
			if (!digits.isEmpty()) {
				if (answer.eventType() < 0) {
					return new Aired.Never("プッシュ信号を受けません / it takes no telephone-event, so no zone can be chosen");
				}
				sender.dial(digits, answer.eventType(), call::up);
			}
			List<byte[]> payloads = answer.codec().payloads(sound);
			int sent = sender.send(payloads, answer.codecType(),
					(packet) -> call.up() && airing.mayGoOn(sound, packet));
			String said = "RTP %d/%d, %s".formatted(sent, payloads.size(), answer.codec());
			if (sent < payloads.size()) {
				return call.up() ? airing.stopped(said)
						: Aired.NotNow.because("途中で切れました / it hung up before the end: " + said);
			}
			call.hangUp();
			return new Aired.Whole("応答、最後まで通話 / answered and stayed to the end: " + said, call.id());
		}
		catch (CallFailed ex) {
			String words = String.valueOf(ex.getMessage());
			return ex.forGood() ? new Aired.Never(words) : new Aired.NotNow(words, ex.after());
		}
	}

	/**
	 * What is dialled, the pin put in.
	 * @throws IOException if the pin is not there; without it a unit stays shut
	 */
	private String digits() throws IOException {
		String digits = this.address.word("dtmf", "");
		if (!digits.contains("{pin}")) {
			return digits;
		}
		return digits.replace("{pin}",
				this.address.secret("pin")
					.orElseThrow(() -> new IOException(
							"暗証がありません / pin is not set, or not readable: " + this.address.word("pin", ""))));
	}

}
