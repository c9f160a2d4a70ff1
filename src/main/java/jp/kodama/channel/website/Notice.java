package jp.kodama.channel.website;

import java.util.List;
import java.util.Objects;

import jp.kodama.alert.Alert;
import jp.kodama.rendering.ChannelProfile;
import jp.kodama.rendering.Wording;
import jp.kodama.rendering.cap.CapFile;

/**
 * An alert as a page shows it.
 *
 * @param name its file name, without folder and ending
 * @param inForce whether it still holds
 * @param wordings its words in every language the channel speaks, the main one first
 */
record Notice(String name, boolean inForce, List<Wording> wordings) {

	Notice {
		wordings = List.copyOf(wordings);
	}

	static Notice of(Alert alert, boolean inForce, ChannelProfile channel) {
		List<Wording> spoken = channel.languages()
			.stream()
			.map((language) -> alert.info(language).orElse(null))
			.filter(Objects::nonNull)
			.map((info) -> Wording.of(alert, info))
			.toList();
		return new Notice(CapFile.name(alert.identifier()), inForce,
				spoken.isEmpty() ? List.of(Wording.of(alert, alert.main())) : spoken);
	}

	/** Its words in the main language. */
	public Wording main() {
		return this.wordings.get(0);
	}

	/** Its words in the other languages. */
	public List<Wording> translations() {
		return this.wordings.subList(1, this.wordings.size());
	}

}
