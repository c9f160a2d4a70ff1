package jp.kodama.channel.radio;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in a script is what is heard, line by line. */
class ScriptTests {

	private final List<String> heard = new ArrayList<>();

	private final Script.Performer performer = new Script.Performer() {

		@Override
		public void say(String line, String language) {
			ScriptTests.this.heard.add(language + ": " + line);
		}

		@Override
		public void play(String signalTitle) {
			ScriptTests.this.heard.add("♪ " + signalTitle);
		}

		@Override
		public void pause(int seconds) {
			ScriptTests.this.heard.add("… " + seconds);
		}

	};

	@Test
	void wordsAreSaidSignalsSoundedAndPausesKept() {
		Script.parse("ja", "〔津波警報のサイレン〕\n\n  高台へ。\n〔12秒〕\n〔※ 控え〕\n逃げて〔今〕。\n").perform(this.performer);
		assertThat(this.heard).containsExactly("♪ 津波警報のサイレン", "ja: 高台へ。", "… 12", "ja: 逃げて〔今〕。");
	}

	@Test
	void aSentenceEndsOnce() {
		assertThat(Script.parse("ja", "津波警報です。。\n").text()).isEqualTo("津波警報です。\n");
		assertThat(Script.parse("en", "Tsunami Warning..").text()).isEqualTo("Tsunami Warning.\n");
	}

	@Test
	void aScriptLeftOutKeepsItsSignalsAndSaysWhy() {
		Script silent = Script.parse("en", "〔1秒〕\nLeave.\n〔下りチャイム〕\n").leftOut("cannot\nread");
		assertThat(silent.text()).isEqualTo("〔※ cannot read〕\n〔1秒〕\n〔下りチャイム〕\n");
		silent.perform(this.performer);
		assertThat(this.heard).containsExactly("… 1", "♪ 下りチャイム");
	}

}
