package jp.kodama.channel.radio.contact;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** The contact is closed while there is sound, and never longer. */
class ContactTests {

	private final List<Boolean> moves = new CopyOnWriteArrayList<>();

	@TempDir
	Path folder;

	@Test
	void itIsClosedBeforeTheSoundAndOpenedAfterIt() throws Exception {
		Path line = Files.createFile(this.folder.resolve("value"));
		ContactGuard guard = guard(Contacts.of("file:" + line, "", ""));
		String during = guard.during(Duration.ZERO, () -> Files.readString(line));
		assertThat(during).isEqualTo("1\n");
		assertThat(line).hasContent("0");
	}

	@Test
	void itOpensAlsoWhenTheSoundFails() {
		ContactGuard guard = guard(this.moves::add);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> guard.during(Duration.ZERO, () -> {
			throw new IOException("the line is cut");
		}));
		assertThat(this.moves).containsExactly(true, false);
	}

	@Test
	void itOpensWhenTheSoundHangs() throws Exception {
		CountDownLatch opened = new CountDownLatch(1);
		ContactGuard guard = new ContactGuard((closed) -> {
			this.moves.add(closed);
			if (!closed) {
				opened.countDown();
			}
		}, Duration.ofMillis(10));
		guard.during(Duration.ZERO, () -> {
			opened.await();
			return this.moves.size();
		});
		assertThat(this.moves).startsWith(true, false);
	}

	@Test
	void withoutTheContactThereIsNoSound() {
		ContactGuard guard = guard(Contacts.of("file:" + this.folder.resolve("missing"), "", ""));
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> guard.during(Duration.ZERO, () -> this.moves.add(true)));
		assertThat(this.moves).isEmpty();
		assertThat(this.folder.resolve("missing")).doesNotExist();
		assertThat(guard.stuck()).isTrue();
	}

	@Test
	void aNetworkRelayIsToldBoth() throws Exception {
		List<String> asked = new CopyOnWriteArrayList<>();
		HttpServer relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		relay.createContext("/", (exchange) -> {
			asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		relay.start();
		try {
			String address = "http://127.0.0.1:" + relay.getAddress().getPort() + "/relay/0?turn={state}";
			guard(Contacts.of(address, "", "")).during(Duration.ZERO, () -> true);
			await().until(() -> asked.size() == 2);
			assertThat(asked).containsExactly("POST /relay/0?turn=on", "POST /relay/0?turn=off");
		}
		finally {
			relay.stop(0);
		}
	}

	@Test
	void whatIsNoContactIsSaidSo() {
		for (String wrong : List.of("gpio17", "http://relay/0", "ftp://relay/{state}")) {
			assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Contacts.of(wrong, "", ""))
				.withMessageContaining(wrong);
		}
	}

	private static ContactGuard guard(ControlContact contact) {
		return new ContactGuard(contact, Duration.ofMinutes(1));
	}

}
