package jp.kodama.channel.radio.rtp;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/** Sends digits and sound as one RTP stream, in real time. */
public final class RtpSender {

	private final RtpStream stream = new RtpStream();

	private final Pacer pacer;

	private final PacketSink sink;

	/** A new stream. */
	public RtpSender(Pacer pacer, PacketSink sink) {
		this.pacer = pacer;
		this.sink = sink;
	}

	/**
	 * Sends payloads of 20 ms each.
	 * @param payloadType what they are
	 * @param goOn asked before each, by its number from 0; false ends the stream early
	 * @return how many left
	 */
	public int send(List<byte[]> payloads, int payloadType, IntPredicate goOn)
			throws IOException, InterruptedException {
		int sent = 0;
		while (sent < payloads.size() && goOn.test(sent)) {
			this.pacer.next();
			this.sink.send(this.stream.packet(payloadType, sent == 0, payloads.get(sent)));
			this.stream.advance(Codec.STEP);
			sent++;
		}
		return sent;
	}

	/**
	 * Dials by telephone events (RFC 4733); {@code ,} is a pause of half a second.
	 * @param digits {@code 0-9*#A-D,}
	 * @param payloadType what the other end calls telephone-event
	 * @param goOn asked before each digit
	 */
	public void dial(String digits, int payloadType, BooleanSupplier goOn) throws IOException, InterruptedException {
		for (int i = 0; i < digits.length() && goOn.getAsBoolean(); i++) {
			if (digits.charAt(i) == ',') {
				pause(25);
				continue;
			}
			TelephoneEvent event = TelephoneEvent.of(digits.charAt(i));
			List<byte[]> updates = event.updates();
			for (int update = 0; update < updates.size(); update++) {
				this.pacer.next();
				this.sink.send(this.stream.packet(payloadType, update == 0, updates.get(update)));
			}
			this.stream.advance(updates.size() * Codec.STEP);
			pause(4);
		}
	}

	/** Lets time pass without a packet: so many times 20 ms. */
	private void pause(int packets) throws InterruptedException {
		for (int i = 0; i < packets; i++) {
			this.pacer.next();
			this.stream.advance(Codec.STEP);
		}
	}

}
