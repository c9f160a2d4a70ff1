package jp.kodama.backchannel.aircheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jp.kodama.speech.Sound;
import jp.kodama.testing.Outdoors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * An evacuation order is aired and recorded outdoors, in all weathers, and so are things
 * that are not it. The table is left in {@code target/air-check.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatTheAirCheckSaysTests {

	private static final String LEVEL = "警戒レベル４、避難指示を発令しました。";

	private static final String PLACE = "対象は、住吉地区・諸橋地区です。";

	private static final String ACTION = "危険な場所から全員避難してください。";

	private static final String WHY = "土砂災害の危険が非常に高まっています。避難所は住吉公民館と諸橋公民館です。";

	private final Outdoors outdoors = new Outdoors();

	private final List<String> table = new ArrayList<>();

	private Spectrum aired = new Spectrum(Outdoors.pause(1));

	private Sound sent = Outdoors.pause(1);

	@BeforeAll
	void air() {
		assumeTrue(this.outdoors.unavailable().isEmpty(), this.outdoors.unavailable());
		this.sent = this.outdoors.broadcast(LEVEL, PLACE, ACTION, WHY);
		this.aired = new Spectrum(this.sent);
	}

	@AfterAll
	void write() throws IOException {
		Files.write(Path.of("target/air-check.txt"), this.table);
		this.outdoors.close();
	}

	@Test
	void theBroadcastIsHeardDownToFiveDecibelsAndThroughAnEcho() {
		List<Boolean> heard = new ArrayList<>();
		heard.add(check("clean", this.sent, 99));
		for (double snr : new double[] { 20, 10, 5 }) {
			heard.add(check("pink noise " + snr + " dB", this.sent, snr));
			heard.add(check("echo and pink noise " + snr + " dB", Outdoors.echoed(this.sent), snr));
		}
		heard.add(check("echo 300 ms -10 dB", Outdoors.echoed(this.sent), 99));
		assertThat(heard).doesNotContain(false);
	}

	@Test
	void anotherLevelOrAnotherPlaceIsNotHeard() {
		List<Boolean> heard = new ArrayList<>();
		for (double snr : new double[] { 99, 20, 10, 5 }) {
			for (String level : List.of("３", "５")) {
				heard.add(check("level " + level + ", " + snr + " dB",
						this.outdoors.broadcast(LEVEL.replace("４", level), PLACE, ACTION, WHY), snr));
			}
			heard.add(check("place 兜 for 住吉, " + snr + " dB",
					this.outdoors.broadcast(LEVEL, PLACE.replace("住吉", "兜"), ACTION, WHY), snr));
			heard.add(check("place 穴水 for 諸橋, " + snr + " dB",
					this.outdoors.broadcast(LEVEL, PLACE.replace("諸橋", "穴水"), ACTION, WHY), snr));
			heard.add(check("解除 for 発令, " + snr + " dB",
					this.outdoors.broadcast(LEVEL.replace("発令", "解除"), PLACE, ACTION, WHY), snr));
		}
		assertThat(heard).doesNotContain(true);
	}

	@Test
	void halfOfItOrSomethingElseOrNothingIsNotHeard() {
		List<Boolean> heard = new ArrayList<>();
		for (double snr : new double[] { 99, 10 }) {
			heard.add(check("first half, " + snr + " dB", Outdoors.first(this.sent, 0.5), snr));
			heard.add(check("without the last sentence, " + snr + " dB", Outdoors.first(this.sent, 0.88), snr));
			heard.add(check("another alert, " + snr + " dB",
					this.outdoors.broadcast("断水のお知らせです。", "水道管の工事のため、明日午前九時から正午まで断水します。", "飲み水をくみ置きしてください。"), snr));
		}
		heard.add(check("silence", Outdoors.pause(60), 99));
		heard.add(check("pink noise only", Outdoors.first(Outdoors.noisy(Outdoors.recorded(Outdoors.chime()), 3), 0.9),
				99));
		heard.add(check("hum", Outdoors.hum(60), 99));
		assertThat(heard).doesNotContain(true);
	}

	@Test
	void whereItIsTooLoudNothingIsClaimed() {
		check("pink noise 0 dB", this.sent, 0);
		check("pink noise -5 dB", this.sent, -5);
		assertThat(check("pink noise -10 dB", this.sent, -10)).isFalse();
	}

	private boolean check(String what, Sound sound, double snr) {
		Sound recorded = Outdoors.recorded(sound);
		Verdict verdict = Verdict
			.of(Match.of(this.aired, new Spectrum((snr < 99) ? Outdoors.noisy(recorded, snr) : recorded)));
		Match match = verdict.match();
		this.table.add(String.format(Locale.ROOT, "%-34s %-9s score %.2f lost %.3f worst %.2f word %.2f  %s", what,
				verdict.heard() ? "heard" : "NOT heard", match.score(), match.lost(), match.worst().agreement(),
				match.worstWord().agreement(), verdict.why()));
		return verdict.heard();
	}

}
