package jp.kodama.channel.radio.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The packets of one stream, byte for byte as RFC 3550 and RFC 4733 draw them. */
class RtpSenderTests {

	private final List<ByteBuffer> packets = new ArrayList<>();

	private final Timer lateness = new SimpleMeterRegistry().timer("lateness");

	private final RtpSender sender = new RtpSender(new Pacer(this.lateness),
			(packet) -> this.packets.add(ByteBuffer.wrap(packet)));

	@Test
	void soundIsNumberedAndTimedFromItsMarkedBeginning() throws Exception {
		int sent = this.sender.send(List.of(new byte[160], new byte[160], new byte[160]), 0, (packet) -> true);
		assertThat(sent).isEqualTo(3);
		assertThat(this.packets).extracting((packet) -> packet.get(0)).containsOnly((byte) 0x80);
		assertThat(this.packets).extracting((packet) -> packet.get(1) & 0xFF).containsExactly(0x80, 0, 0);
		assertThat(this.packets).extracting(ByteBuffer::capacity).containsOnly(172);
		for (int i = 1; i < 3; i++) {
			assertThat((short) (number(i) - number(i - 1))).isEqualTo((short) 1);
			assertThat(time(i) - time(i - 1)).isEqualTo(160);
			assertThat(this.packets.get(i).getInt(8)).isEqualTo(this.packets.get(0).getInt(8));
		}
		assertThat(this.lateness.count()).isEqualTo(3);
	}

	@Test
	void aKeyIsToldGrowingAndEndsThreeTimes() throws Exception {
		this.sender.dial("#", 101, () -> true);
		this.sender.send(List.of(new byte[160]), 0, (packet) -> true);
		List<ByteBuffer> key = this.packets.subList(0, 8);
		assertThat(key).extracting((packet) -> packet.get(1) & 0xFF).startsWith(0x80 | 101, 101, 101);
		assertThat(key).extracting((packet) -> (int) packet.get(12)).containsOnly(11);
		assertThat(key).extracting((packet) -> (int) packet.getShort(14))
			.containsExactly(160, 320, 480, 640, 800, 800, 800, 800);
		assertThat(key).extracting((packet) -> packet.get(13) < 0)
			.containsExactly(false, false, false, false, false, true, true, true);
		assertThat(key).extracting((packet) -> packet.getInt(4)).containsOnly(time(0));
		assertThat(time(8) - time(0)).as("the sound comes after the key and its pause").isEqualTo((8 + 4) * 160);
	}

	@Test
	void whatIsNoKeyIsRefusedWithoutRepeatingIt() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.sender.dial("x", 101, () -> true))
			.withMessageNotContaining("x ");
	}

	@Test
	void itEndsWhenToldTo() throws Exception {
		assertThat(this.sender.send(List.of(new byte[160], new byte[160]), 0, (packet) -> packet < 1)).isEqualTo(1);
	}

	private short number(int packet) {
		return this.packets.get(packet).getShort(2);
	}

	private int time(int packet) {
		return this.packets.get(packet).getInt(4);
	}

}
