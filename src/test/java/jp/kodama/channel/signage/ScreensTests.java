package jp.kodama.channel.signage;

import java.time.Instant;
import java.util.List;

import jp.kodama.testing.KodamaTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Which playlist is on. */
@KodamaTest
class ScreensTests {

	private static final Instant NOON = Instant.parse("2026-05-12T03:00:00Z");

	@Autowired
	Screens screens;

	@Test
	void aDeliveryThatComesLateDoesNotBringBackAnOlderState() {
		this.screens.show(World.LIVE, Playlist.of(NOON, "new", List.of()));
		this.screens.show(World.LIVE, Playlist.of(NOON.minusSeconds(1), "old", List.of()));
		assertThat(this.screens.on(World.LIVE).town()).isEqualTo("new");
		this.screens.show(World.REHEARSAL, Playlist.of(NOON, "drill", List.of()));
		assertThat(this.screens.on(World.LIVE).town()).isEqualTo("new");
		assertThat(this.screens.on(World.REHEARSAL).town()).isEqualTo("drill");
	}

}
