package jp.kodama.channel.radio.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.Timer;
import jp.kodama.channel.radio.rtp.Codec;
import jp.kodama.channel.radio.rtp.MulticastGroup;
import jp.kodama.channel.radio.rtp.Pacer;
import jp.kodama.channel.radio.rtp.RtpSender;
import jp.kodama.speech.Sound;

/** Speakers that listen to a multicast group; nobody answers there. */
final class MulticastUnit implements Unit {

	static final Set<String> OPTIONS = Set.of("interface", "ttl", "codec", "payload");

	private final UnitAddress address;

	private final InetSocketAddress group;

	private final Timer lateness;

	MulticastUnit(UnitAddress address, Timer lateness) throws IOException {
		URI uri = URI.create(address.target());
		if (uri.getHost() == null || uri.getPort() < 1 || address.word("interface", "").isEmpty()) {
			throw new IllegalArgumentException(address.target()
					+ ": rtp-multicast://アドレス:ポート?interface=eth0 の形で / must be rtp-multicast://group:port?interface=eth0");
		}
		this.address = address;
		this.group = new InetSocketAddress(InetAddress.getByName(uri.getHost()), uri.getPort());
		this.lateness = lateness;
	}

	@Override
	public String name() {
		return this.address.target();
	}

	@Override
	public Aired air(Airing airing) throws IOException, InterruptedException {
		Codec codec = Codec.named(this.address.word("codec", "PCMU"));
		Sound sound = airing.sound();
		List<byte[]> payloads = codec.payloads(sound);
		try (MulticastGroup speakers = new MulticastGroup(this.group, this.address.word("interface", ""),
				this.address.number("ttl", 1))) {
			RtpSender sender = new RtpSender(new Pacer(this.lateness), speakers);
			int sent = sender.send(payloads, this.address.number("payload", codec.payloadType()),
					(packet) -> airing.mayGoOn(sound, packet));
			String said = "RTP %d/%d, %s".formatted(sent, payloads.size(), codec);
			return (sent == payloads.size()) ? new Aired.Whole(said, "") : airing.stopped(said);
		}
	}

}
