package jp.kodama.console;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.kodama.speech.Heard;
import jp.kodama.speech.alignment.Comparison;
import jp.kodama.speech.alignment.Fate;
import jp.kodama.speech.alignment.Proof;
import jp.kodama.speech.alignment.Said;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** What an officer reads of what the ear understood. */
class HeardPagesTests {

	@Test
	void aWordThatDoesNotSurviveIsMarked() {
		String page = page(new Proof("ja", new Heard(true, List.of()),
				new Comparison(List.of(new Fate(said("対象は", Said.Weight.ORDINARY), Fate.Kind.CHANGED, "タイガ"),
						new Fate(said("諸橋", Said.Weight.PLACE), Fate.Kind.CHANGED, "モトハシ"),
						new Fate(said("警戒レベル4", Said.Weight.LEVEL), Fate.Kind.MISSING, "")), 9, 20),
				List.of()));
		assertThat(page).contains("<b>諸橋</b>（<span>→ モトハシ</span>）", "<b>警戒レベル4</b>（<span>聞こえない / not heard</span>）",
				"放送は止まりません");
		assertThat(page).doesNotContain("<mark><b>対象は", "すべて聞き取れました");
	}

	@Test
	void whereAllSurvivesItSaysSo() {
		String page = page(new Proof("en", new Heard(true, List.of()),
				new Comparison(List.of(new Fate(said("Level", Said.Weight.LEVEL), Fate.Kind.SURVIVED, "level")), 0, 1),
				List.of("Morohashi")));
		assertThat(page).contains("すべて聞き取れました", "Morohashi").doesNotContain("<mark>");
	}

	private static Said said(String written, Said.Weight weight) {
		return new Said(written, written, weight);
	}

	private static String page(Proof proof) {
		ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
		files.setPrefix("templates/");
		files.setSuffix(".html");
		files.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(files);
		return engine.process("heard", Set.of("proofs"),
				new Context(null, Map.of("proofs", List.of(proof), "unavailable", List.of())));
	}

}
