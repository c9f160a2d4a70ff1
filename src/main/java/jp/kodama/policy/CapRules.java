package jp.kodama.policy;

import jp.kodama.policy.verdict.Verdict;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.kodama.alert.Info;
import jp.kodama.alert.MsgType;
import jp.kodama.audience.Municipality;
import jp.kodama.audience.Outlines;
import jp.kodama.policy.CapReach.Reach;
import jp.kodama.policy.Decision.Part;
import jp.kodama.policy.Decision.Rated;
import jp.kodama.policy.Senders.Sender;

/**
 * What a message in CAP leads to: an officer decides, unless its sender signed it with a
 * certificate that is configured for AUTO and it names the municipality itself.
 */
final class CapRules {

	private final Hazard base;

	private final Senders senders;

	private final CapReach reach;

	private final Municipality municipality;

	CapRules(Hazard base, Senders senders, Path areas, Municipality municipality) {
		this.base = base;
		this.senders = senders;
		this.municipality = municipality;
		this.reach = new CapReach(municipality, Outlines.in(areas).find(municipality.jis()), senders.everywhere());
	}

	Decision decide(Bulletin bulletin, CapMessage message, OffsetDateTime at) {
		List<Info> ours = message.infos().stream().filter((info) -> reach(info) != Reach.ELSEWHERE).toList();
		boolean withdraws = bulletin.issue().msgType() == MsgType.Cancel;
		if (ours.isEmpty() && !withdraws) {
			return plain(Verdict.IGNORE, this.municipality.name() + "は対象地域に含まれない。 / does not name this municipality");
		}
		if (message.expires().isBefore(at)) {
			return plain(Verdict.RECORD,
					"有効期限切れ（" + message.expires() + "）。放送せず記録のみ。 / expired before it was received");
		}
		Reach reach = this.reach.of(ours);
		Trust trust = trust(message);
		Verdict verdict = trust.verdict;
		String why = trust.why;
		if (verdict == Verdict.AUTO && reach != Reach.OURS && !(withdraws && message.infos().isEmpty())) {
			verdict = Verdict.HOLD;
			why += "ただし町を特定しない。 / but does not name this municipality itself";
		}
		if (verdict == Verdict.AUTO && message.effective().isAfter(at.plus(Duration.ofMinutes(10)))) {
			verdict = Verdict.HOLD;
			why += "ただしまだ効力がない（" + message.effective() + "から）。 / but not yet effective";
		}
		if (bulletin.issue().msgType() == MsgType.Alert && !message.references().isEmpty()) {
			verdict = Verdict.HOLD;
			why += "【要確認】新規（Alert）なのに元の電文を参照している。 / an Alert that references others";
		}
		if (reach == Reach.UNKNOWN) {
			why += "【要設定】" + this.municipality.name() + "の輪郭が config/areas/" + this.municipality.jis()
					+ ".geojson になく、図示された地域に入るか判断できない。 / outline of this municipality is not configured";
		}
		Part part = new Part(hazard(message, ours, trust.trusted), verdict, bulletin.issue().msgType(),
				kinds(bulletin, ours));
		return new Decision(verdict, "", reason(bulletin, part, why), part.kinds(), areas(ours), List.of(part));
	}

	private Reach reach(Info info) {
		return this.reach.of(List.of(info));
	}

	private Trust trust(CapMessage message) {
		String name = message.key().sender();
		Sender sender = this.senders.of(message).orElse(null);
		String key = message.seal().key();
		if (sender != null && sender.valid(key, message.key().sent())) {
			return new Trust(true, sender.signed(),
					"登録済みの証明書で署名（" + name + "）。 / signed by a configured certificate: ");
		}
		if (sender != null) {
			return new Trust(false, Verdict.HOLD,
					"【要確認】登録済みの証明書が期限外（" + name + "）。 / ALARM: certificate out of date: ");
		}
		String unknown = this.senders.knows(name) ? "【要確認】" : "";
		return switch (message.seal().state()) {
			case NONE -> new Trust(false, Verdict.HOLD, unknown + "署名なし（" + name + "）。 / unsigned: ");
			case UNCHECKED -> new Trust(false, Verdict.HOLD, unknown + "署名を確かめられない: " + message.seal().why() + ": ");
			case SOUND -> new Trust(false, Verdict.HOLD,
					unknown + "未登録の証明書で署名（" + name + "）。 / signed by a certificate that is not configured: ");
		};
	}

	/** Every message is a hazard of its own: other words are another alert. */
	private Hazard hazard(CapMessage message, List<Info> ours, boolean trusted) {
		Map<String, Map<String, String>> words = new HashMap<>(this.base.words().byPart());
		Map<String, String> events = new HashMap<>(words.getOrDefault("event", Map.of()));
		Map<String, String> headlines = new HashMap<>();
		for (Info info : ours) {
			String language = info.language().toLowerCase(java.util.Locale.ROOT).split("-")[0];
			events.put(language, info.classification().event());
			headlines.putIfAbsent(language, info.text().headline());
		}
		if (!ours.isEmpty()) {
			headlines.putIfAbsent("ja", ours.get(0).text().headline());
			words.put("headline", headlines);
		}
		words.put("event", events);
		Map<String, String> traits = new HashMap<>(this.base.traits());
		traits.put("family", trusted ? "cap-signed" : "cap");
		traits.put("per-event", "true");
		return new Hazard("cap-" + message.digest(), new Hazard.Words(words), traits, this.base.times());
	}

	private static List<Rated> kinds(Bulletin bulletin, List<Info> ours) {
		List<Rated> kinds = ours.stream()
			.map((info) -> new Rated(info.classification().severity(), info.classification().event(),
					info.level().isPresent() ? info.level().getAsInt() : null))
			.distinct()
			.toList();
		return kinds.isEmpty() ? List.of(new Rated("", bulletin.origin().title(), null)) : kinds;
	}

	private List<String> areas(List<Info> ours) {
		return ours.stream()
			.flatMap((info) -> info.areas().stream())
			.filter((area) -> this.reach.of(area) != Reach.ELSEWHERE)
			.map((area) -> area.areaDesc())
			.distinct()
			.toList();
	}

	private static String reason(Bulletin bulletin, Part part, String why) {
		String what = switch (part.msgType()) {
			case Alert -> "CAPで受信した「" + bulletin.origin().title() + "」。";
			case Update -> "CAPの更新報「" + bulletin.origin().title() + "」。発報中のものがあれば差し替える。";
			case Cancel -> "CAPの取消報。発報中のものがあれば取り消す。なければ記録のみ。";
		};
		String who = (part.verdict() == Verdict.AUTO) ? "自動で放送する。" : "職員が確認し、文字のみで伝える。";
		return what + who + why + "CAP " + part.msgType() + " -> " + part.verdict();
	}

	private static Decision plain(Verdict verdict, String reason) {
		return new Decision(verdict, "", reason, List.of(), List.of(), List.of());
	}

	/** How far a message is trusted, and why. */
	private record Trust(boolean trusted, Verdict verdict, String why) {
	}

}
