package jp.kodama.rendering;

import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Info;
import jp.kodama.alert.Status;
import jp.kodama.alert.Text;

/**
 * Writes 「訓練」 into a drill before any channel sees it, so that no template can forget it
 * (Kushiro 2019: a drill aired without the word).
 */
final class DrillMark {

	private DrillMark() {
	}

	/** The alert itself if it is meant; a drill with every text marked. */
	static Alert on(Alert alert) {
		if (!alert.status().drill()) {
			return alert;
		}
		String kind = (alert.status() == Status.Exercise) ? "drill" : "test";
		List<Info> marked = alert.infos().stream().map((info) -> marked(info, kind)).toList();
		return new Alert(alert.key(), alert.status(), alert.msgType(), alert.handling(), alert.references(), marked);
	}

	private static Info marked(Info info, String kind) {
		Words words = Words.in(info.language());
		Text text = info.text();
		Text marked = new Text(fitting(words.get(kind + ".mark") + text.headline()),
				words.get(kind + ".description") + text.description(),
				words.get(kind + ".instruction") + text.instruction(), text.senderName());
		return new Info(info.language(), info.classification(), marked, info.expires(), info.parameters(), info.areas(),
				info.resources());
	}

	/** A headline as long as CAP allows gives way to the mark, not the mark to it. */
	private static String fitting(String headline) {
		int length = headline.codePointCount(0, headline.length());
		return (length <= Text.MAX_HEADLINE) ? headline
				: headline.substring(0, headline.offsetByCodePoints(0, Text.MAX_HEADLINE));
	}

}
