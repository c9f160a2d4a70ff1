package jp.kodama.delivery;

import java.util.List;

import jp.kodama.alert.Alert;
import jp.kodama.rendering.Artifact;

/**
 * A delivery, composed and ready for a wire. Live and rehearsal parcels are different
 * types, so that a wire can refuse the other kind.
 */
public sealed interface Parcel {

	/** The delivery, with all that is known of it. */
	Delivery delivery();

	/** The alert it carries. */
	Alert alert();

	/** What to transmit, byte for byte; only recipients not reached yet. */
	List<Artifact> artifacts();

	/** For a live wire: the public gets it. */
	record Live(Delivery delivery, Alert alert, List<Artifact> artifacts) implements Parcel {

		public Live {
			if (delivery.rehearsal() || alert.rehearsalOnly()) {
				throw new IllegalArgumentException("a rehearsal must not become a live parcel: " + delivery.id());
			}
		}

	}

	/** For a rehearsal sink: nobody gets it. */
	record Rehearsal(Delivery delivery, Alert alert, List<Artifact> artifacts) implements Parcel {
	}

}
