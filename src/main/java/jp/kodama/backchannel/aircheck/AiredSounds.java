package jp.kodama.backchannel.aircheck;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.audience.Recipient;
import jp.kodama.backchannel.monitor.Sounding;
import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.rendering.Artifact;
import jp.kodama.rendering.Board;
import jp.kodama.rendering.Composition;
import jp.kodama.rendering.Renderer;
import jp.kodama.speech.Sound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** The very bytes that a delivery aired: composed once more, they are the same. */
@Component
class AiredSounds {

	private static final Logger log = LoggerFactory.getLogger(AiredSounds.class);

	private static final Sound NONE = new Sound(Sounding.RATE, new short[0]);

	private final AlertJournal journal;

	private final Channels channels;

	private final Renderer renderer;

	AiredSounds(AlertJournal journal, Channels channels, Renderer renderer) {
		this.journal = journal;
		this.channels = channels;
		this.renderer = renderer;
	}

	Aired of(Airing airing) {
		Alert alert = this.journal.find(airing.delivery().alert()).orElseThrow().alert();
		ChannelSettings channel = this.channels.get(airing.delivery().channel());
		List<Artifact> artifacts = this.renderer.render(new Composition(airing.delivery().id(), alert,
				Board.of(List.of()), channel.profile(), List.of(Recipient.everybody(channel.id())), airing.at()));
		Sound sound = sound(artifacts, airing);
		String words = artifacts.stream()
			.filter((one) -> one.mediaType().startsWith("text/plain"))
			.map(Artifact::text)
			.collect(Collectors.joining("\n"));
		return new Aired(airing, alert, new Spectrum(sound), sound.seconds(), words);
	}

	private static Sound sound(List<Artifact> artifacts, Airing airing) {
		for (Artifact artifact : artifacts) {
			if (artifact.mediaType().startsWith("audio/")) {
				try {
					return Sound.ofWav(artifact.content());
				}
				catch (IOException ex) {
					log.warn("{}: {} cannot be compared with: {}", airing.id(), artifact.name(), ex.getMessage());
				}
			}
		}
		return NONE;
	}

}
