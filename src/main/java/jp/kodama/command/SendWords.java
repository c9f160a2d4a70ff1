package jp.kodama.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** A message given on the command line, in the words of the API's short form. */
final class SendWords {

	@Option(names = "--event", description = "種別 / kind of event, e.g. 避難指示")
	private @Nullable String event;

	@Option(names = "--level", description = "警戒レベル / warning level 1-5")
	private @Nullable Integer level;

	@Option(names = "--headline", required = true, description = "見出し / one line")
	private @Nullable String headline;

	@Option(names = "--instruction", description = "とるべき行動 / what to do now")
	private @Nullable String instruction;

	@Option(names = "--description", description = "状況 / what happens")
	private @Nullable String description;

	@Option(names = "--headline-en", description = "英語の見出し / in English")
	private @Nullable String englishHeadline;

	@Option(names = "--instruction-en", description = "英語の行動 / in English")
	private @Nullable String englishInstruction;

	@Option(names = "--district", description = "地区（繰り返し可、なければ全域） / district, repeatable; all without")
	private List<String> districts = List.of();

	@Option(names = "--lasts", defaultValue = "PT6H", description = "有効な長さ / how long it holds (${DEFAULT-VALUE})")
	private String lasts = "PT6H";

	/** The body of {@code POST /api/v1/alerts}. */
	String json(boolean drill) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("status", drill ? "Exercise" : "Actual");
		put(body, "event", (this.event != null) ? this.event : "お知らせ");
		put(body, "level", this.level);
		put(body, "headline", this.headline);
		put(body, "instruction", this.instruction);
		put(body, "description", this.description);
		if (this.englishHeadline != null) {
			Map<String, Object> english = new LinkedHashMap<>();
			put(english, "headline", this.englishHeadline);
			put(english, "instruction", this.englishInstruction);
			body.put("texts", Map.of("en", english));
		}
		body.put("districts", this.districts);
		body.put("expiresIn", this.lasts);
		return new JsonMapper().writeValueAsString(body);
	}

	private static void put(Map<String, Object> body, String name, @Nullable Object value) {
		if (value != null) {
			body.put(name, value);
		}
	}

}
