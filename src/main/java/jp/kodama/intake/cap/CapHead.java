package jp.kodama.intake.cap;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Key;
import jp.kodama.alert.MsgType;
import jp.kodama.alert.Status;
import jp.kodama.intake.xml.Node;
import jp.kodama.intake.xml.Unreadable;

/** The head of a CAP message: what kind of message it is, and what it answers. */
final class CapHead {

	/** Words of CAP that Kodama knows and does not act on. */
	private static final Map<String, String> NOT_FOR_US = Map.of( //
			"Draft", "下書きのため扱わない / a draft is not to be acted on", //
			"System", "配信網内部の通信のため扱わない / for the network itself, not to be acted on", //
			"Ack", "受領の返事のため扱わない / an acknowledgement, not to be acted on", //
			"Error", "拒否の返事のため扱わない / a refusal, not to be acted on", //
			"Restricted", "公開を許されていない（scope） / not for the public (scope)", //
			"Private", "特定の宛先だけのもので公開できない（scope） / for its addressees only (scope)");

	private CapHead() {
	}

	static Status status(Node alert) throws Unreadable {
		return Status.parse(meant(alert, "status"));
	}

	static MsgType msgType(Node alert) throws Unreadable {
		return MsgType.parse(meant(alert, "msgType"));
	}

	/** Refuses what is not for everybody. */
	static void open(Node alert) throws Unreadable {
		if (!meant(alert, "scope").equals("Public")) {
			throw new Unreadable("scope が未知の値です: " + alert.text("scope"), "scope holds an unknown word");
		}
	}

	/**
	 * Refuses times that end in {@code Z} (CAP 1.2 §3.3.2 forbids it) by name. They are
	 * not read as UTC: a clock that says Z in Japan often shows Japanese time, nine hours
	 * off.
	 */
	static void times(Node alert) throws Unreadable {
		refuseZ(alert, "sent");
		for (Node info : alert.all("info")) {
			for (String name : List.of("effective", "onset", "expires")) {
				refuseZ(info, name);
			}
		}
	}

	/**
	 * The messages it answers.
	 * @throws Unreadable if they contradict what it says it is
	 */
	static List<Key> references(Node alert, Key own, MsgType msgType) throws Unreadable {
		List<Key> references = new ArrayList<>();
		for (String triple : alert.text("references").split("\\s+")) {
			if (!triple.isEmpty()) {
				references.add(Key.parse(triple));
			}
		}
		if (references.isEmpty() && msgType != MsgType.Alert) {
			throw new Unreadable(msgType + " なのに references がありません", msgType + " without references");
		}
		for (Key reference : references) {
			if (!reference.sender().equals(own.sender()) || reference.identifier().equals(own.identifier())
					|| reference.sent().isAfter(own.sent())) {
				throw new Unreadable("references が矛盾しています（別の発信者・自分自身・未来）: " + reference,
						"references another sender, itself or the future: " + reference);
			}
		}
		return references;
	}

	/** From when the last of its infos holds. */
	static OffsetDateTime effective(Node alert, OffsetDateTime sent) {
		return alert.path("info", "effective")
			.stream()
			.map((node) -> OffsetDateTime.parse(node.text()))
			.max(OffsetDateTime::compareTo)
			.orElse(sent);
	}

	private static String meant(Node alert, String name) throws Unreadable {
		String word = alert.required(name);
		String why = NOT_FOR_US.get(word);
		if (why != null) {
			throw new Unreadable(name + " " + word + ": " + why.split(" / ")[0], why.split(" / ")[1]);
		}
		return word;
	}

	private static void refuseZ(Node node, String name) throws Unreadable {
		String time = node.text(name);
		if (time.endsWith("Z")) {
			throw new Unreadable(name + " が Z で終わっています: " + time + "（CAP 1.2 では +00:00 か +09:00）",
					name + " ends in Z, which CAP 1.2 forbids");
		}
	}

}
