package jp.kodama.console;

import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.audience.Audience;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Renderer;

import org.springframework.stereotype.Component;

/** Where an alert would go, for whoever decides on it. */
@Component
class Reach {

	private final Channels channels;

	private final Audience audience;

	private final Renderer renderer;

	private final AlertJournal journal;

	Reach(Channels channels, Audience audience, Renderer renderer, AlertJournal journal) {
		this.channels = channels;
		this.audience = audience;
		this.renderer = renderer;
		this.journal = journal;
	}

	/**
	 * One channel's part.
	 *
	 * @param channel which
	 * @param live whether the public gets it
	 * @param people how many recipients; -1 for everybody at once
	 * @param unavailable why the channel cannot work; empty if it can
	 */
	record Line(ChannelSettings channel, boolean live, int people, String unavailable) {
	}

	List<Line> of(Alert alert) {
		return this.channels.all().stream().map((channel) -> line(alert, channel)).toList();
	}

	/** The alerts it takes the place of. */
	List<JournalEntry> replaced(Alert alert) {
		return alert.references().stream().flatMap((key) -> this.journal.find(key.identifier()).stream()).toList();
	}

	/** What must be typed to release it. */
	String word(Alert alert) {
		if (alert.status().drill()) {
			return "訓練";
		}
		boolean live = this.channels.all().stream().anyMatch(ChannelSettings::live) && !alert.rehearsalOnly();
		return live ? "発信" : "リハーサル";
	}

	private Line line(Alert alert, ChannelSettings channel) {
		boolean live = channel.live() && !alert.rehearsalOnly();
		int people = channel.own().recipients() ? this.audience.count(alert, channel.id(), !live) : -1;
		return new Line(channel, live, people, this.renderer.unavailable(channel.id()));
	}

}
