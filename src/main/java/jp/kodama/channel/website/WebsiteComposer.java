package jp.kodama.channel.website;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Key;
import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Composer;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Templates;
import jp.kodama.rendering.cap.AtomFeed;
import jp.kodama.rendering.cap.CapDocuments;
import jp.kodama.rendering.cap.CapFile;

import org.springframework.stereotype.Component;

/**
 * The files of the site, those first that others link to: the CAP documents and a page
 * for each alert, then feed, archive and light version, last {@code index.html}.
 */
@Component("website")
class WebsiteComposer implements Composer {

	private static final DateTimeFormatter AS_OF = DateTimeFormatter.ofPattern("uuuu年M月d日 H時mm分")
		.withZone(ZoneId.of("Asia/Tokyo"));

	private final Templates templates;

	private final CapDocuments documents;

	WebsiteComposer(Templates templates, CapDocuments documents) {
		this.templates = templates;
		this.documents = documents;
	}

	@Override
	public List<Artifact> compose(Composition composition) {
		Site site = new Site(composition);
		List<Artifact> files = new ArrayList<>();
		for (Alert alert : site.alerts()) {
			String name = CapFile.name(alert.identifier());
			files.add(new Artifact("feed/" + name + ".cap.xml", CapDocuments.MEDIA_TYPE, "ja",
					this.documents.write(alert), List.of()));
			files.add(site.page("alerts/" + name + ".html", "alert.html", Map.of("notice", site.notice(alert))));
		}
		for (Key replaced : composition.alert().references()) {
			files.add(site.page("alerts/" + CapFile.name(replaced.identifier()) + ".html", "replaced.html",
					Map.of("notice", site.notice(composition.alert()))));
		}
		files.add(site.feed());
		files.add(site.page("archive.html", "archive.html", Map.of("archive", site.archive())));
		files.add(site.fitted("light.html", List.of()));
		files.add(site.fitted("index.html", composition.recipients()));
		return files;
	}

	/**
	 * A page may be of any length; what does not fit the light one is shortened there.
	 */
	@Override
	public void check(Composition composition) {
		CapFile.name(composition.alert().identifier());
	}

	/** One composition on its way to files. */
	private final class Site {

		private final Composition composition;

		private final List<Notice> standing;

		private final Map<String, Object> model = new HashMap<>();

		Site(Composition composition) {
			this.composition = composition;
			this.standing = composition.standing().stream().map(this::notice).toList();
			this.model.put("town", composition.alert().main().text().senderName());
			this.model.put("asOf", AS_OF.format(composition.at()));
			this.model.put("parts", template("parts.html").toString());
			this.model.put("notices", alerts().stream().map(this::notice).toList());
		}

		/** What the site tells of: this alert, and all in force. */
		Set<Alert> alerts() {
			Set<Alert> alerts = new LinkedHashSet<>(this.composition.standing());
			alerts.add(this.composition.alert());
			return alerts;
		}

		Notice notice(Alert alert) {
			return Notice.of(alert, this.composition.standing().contains(alert), this.composition.channel());
		}

		/** What the site tells of, and what is over. */
		List<Notice> archive() {
			Set<Alert> alerts = alerts();
			alerts.addAll(this.composition.board().past());
			return alerts.stream().map(this::notice).toList();
		}

		Artifact page(String name, String template, Map<String, ?> more) {
			return html(name, render(template, more), List.of());
		}

		/**
		 * The fullest way to show what is in force that stays within the page's limit.
		 */
		Artifact fitted(String name, List<Recipient> to) {
			int most = this.composition.channel().number(name.replace(".html", "-bytes"));
			List<Shelf> ways = Shelf.of(this.standing);
			// Each way is lighter than the one before it.
			int first = 0;
			int last = ways.size() - 1;
			while (first < last) {
				int middle = (first + last) / 2;
				boolean fits = shown(name, ways.get(middle)).getBytes(StandardCharsets.UTF_8).length <= most;
				last = fits ? middle : last;
				first = fits ? first : middle + 1;
			}
			String text = shown(name, ways.get(first));
			return html(name, text, to);
		}

		private String shown(String name, Shelf shelf) {
			return render(name, Map.of("shelf", shelf));
		}

		Artifact feed() {
			Instant at = this.composition.at();
			Alert alert = this.composition.alert();
			AtomFeed feed = new AtomFeed(alert.key().sender(), alert.main().text().senderName(), at, "../alerts/");
			return new Artifact("feed/alerts.atom", AtomFeed.MEDIA_TYPE, "ja", feed.write(this.composition.standing()),
					List.of());
		}

		private String render(String template, Map<String, ?> more) {
			Map<String, Object> all = new HashMap<>(this.model);
			all.putAll(more);
			return WebsiteComposer.this.templates.render(template(template), all);
		}

		private Path template(String name) {
			return this.composition.channel().folder().resolve("templates").resolve(name);
		}

		private Artifact html(String name, String text, List<Recipient> to) {
			return new Artifact(name, "text/html;charset=UTF-8", "ja", text.getBytes(StandardCharsets.UTF_8), to);
		}

	}

}
