package jp.kodama.intake;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.MsgType;
import jp.kodama.policy.Bulletin;
import jp.kodama.policy.Decision;
import jp.kodama.policy.verdict.Verdict;

import org.jspecify.annotations.Nullable;

/**
 * What would happen with a file, and why: one line of {@code ./kodama explain}.
 *
 * @param file as it was named
 * @param bulletin what it says; null if it cannot be used
 * @param decision what it leads to
 * @param said the sound that would open the radio broadcast, and the headline
 * @param channels where it would go
 */
public record Explanation(String file, @Nullable Bulletin bulletin, Decision decision, Said said,
		List<String> channels) {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

	/**
	 * How it would open.
	 *
	 * @param sound for the radio, empty for none
	 * @param headline what would be said first; what the message says, if nothing would
	 */
	public record Said(String sound, String headline) {
	}

	/**
	 * As JSON: names and order stay as they are, other programs read them. Unknown values
	 * are empty, an absent level is null.
	 */
	public Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("file", this.file);
		json.put("source", (this.bulletin != null) ? this.bulletin.origin().source() : "");
		json.put("telegram", this.decision.telegram());
		json.put("title", (this.bulletin != null) ? this.bulletin.origin().title() : "");
		json.put("status", (this.bulletin != null) ? this.bulletin.issue().status().name() : "");
		json.put("msgType", msgType());
		json.put("identifier", identifier());
		json.put("kinds", this.decision.kinds());
		json.put("areas", this.decision.areas());
		json.put("decision", this.decision.verdict().name());
		json.put("reason", this.decision.reason());
		json.put("sound", this.said.sound());
		json.put("headline", this.said.headline());
		json.put("channels", this.channels);
		return json;
	}

	/** The same, as one of several messages in an envelope. */
	Explanation among(int count) {
		return new Explanation(this.file, this.bulletin,
				this.decision.because(" （封筒の中の " + count + " 通のうち最も強いもの。 / strongest of " + count + " messages in it）"),
				this.said, this.channels);
	}

	/** One line for people. */
	public String line() {
		StringBuilder line = new StringBuilder(this.file).append(": ").append(this.decision.verdict());
		if (this.bulletin != null) {
			String title = this.decision.telegram() + " " + this.bulletin.origin().title();
			line.append(" 【").append(title.strip()).append("】");
		}
		line.append(this.decision.verdict().alerts() ? this.said.headline().replaceAll("。$", "") + "。 " : " ")
			.append(this.decision.reason());
		if (!this.said.sound().isEmpty()) {
			line.append(" ♪").append(this.said.sound());
		}
		if (!this.channels.isEmpty()) {
			line.append(" → ").append(String.join(", ", this.channels));
		}
		return line.toString().replaceAll("\\s*\\R\\s*", " ");
	}

	private String msgType() {
		if (this.bulletin == null) {
			return "";
		}
		MsgType own = this.bulletin.issue().msgType();
		return this.decision.main().map(Decision.Part::msgType).orElse(own).name();
	}

	/** Weather telegrams carry no EventID: what they are and when tells them apart. */
	private String identifier() {
		if (this.bulletin == null || this.decision.verdict() == Verdict.REJECT) {
			return "";
		}
		String event = this.bulletin.issue().event();
		return event.isEmpty() ? this.decision.telegram() + "_" + STAMP.format(this.bulletin.issue().reported())
				: event;
	}

}
