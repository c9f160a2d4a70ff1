package jp.kodama.channel.signage;

import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Rehearsed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings playlists to the screens: live ones from the Kamelet, rehearsed ones after the
 * rehearsal sink has them. That a screen shows one is known when the screen says so.
 */
@Component
class SignageWire {

	private static final String CHANNEL = "signage";

	private final Screens screens;

	SignageWire(Screens screens) {
		this.screens = screens;
	}

	/** The Kamelet's step. */
	Outcome show(Parcel.Live parcel) {
		show(World.LIVE, parcel);
		return Outcome.HandedOver.SILENTLY;
	}

	@EventListener
	void rehearse(Rehearsed event) {
		if (event.parcel().delivery().channel().equals(CHANNEL)) {
			show(World.REHEARSAL, event.parcel());
		}
	}

	private void show(World world, Parcel parcel) {
		parcel.artifacts().forEach((artifact) -> this.screens.show(world, Playlist.parse(artifact.text())));
	}

}
