package jp.kodama.rendering;

import java.util.List;
import java.util.Map;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;
import jp.kodama.alert.Text;
import jp.kodama.testing.SampleAlerts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every text of a drill says that it is one. */
class DrillMarkTests {

	@Test
	void aRealAlertIsLeftAsItIs() {
		Alert real = SampleAlerts.tsunami();
		assertThat(DrillMark.on(real)).isSameAs(real);
	}

	@Test
	void everyLanguageOfADrillIsMarked() {
		Alert drill = DrillMark.on(SampleAlerts.drill());
		assertThat(drill.info("ja").orElseThrow().text().headline()).startsWith("【訓練】");
		assertThat(drill.info("ja").orElseThrow().text().instruction()).startsWith("これは訓練です。");
		assertThat(drill.info("en").orElseThrow().text().headline()).startsWith("[EXERCISE]");
		assertThat(drill.info("en").orElseThrow().text().description()).startsWith("This is an EXERCISE.");
	}

	@Test
	void aHeadlineAsLongAsAllowedGivesWayToTheMark() {
		Alert sample = SampleAlerts.drill();
		Info ja = sample.main();
		Text longest = new Text("津".repeat(Text.MAX_HEADLINE), "", "", ja.text().senderName());
		Info info = new Info(ja.language(), ja.classification(), longest, ja.expires(), Map.of(), ja.areas());
		Alert drill = new Alert(sample.key(), sample.status(), sample.msgType(), sample.handling(), List.of(),
				List.of(info));
		assertThat(DrillMark.on(drill).main().text().headline()).startsWith("【訓練】津").hasSize(Text.MAX_HEADLINE);
	}

}
