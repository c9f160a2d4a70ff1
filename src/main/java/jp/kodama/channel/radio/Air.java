package jp.kodama.channel.radio;

import java.util.List;

import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import org.jspecify.annotations.Nullable;

/** What a wire asks before it speaks. */
public interface Air {

	/**
	 * Why a broadcast must wait before it takes any line; null if it may go out. Always
	 * null for level 4 and 5, for danger at hand and for what came by telegram.
	 */
	@Nullable Outcome held(Parcel.Live parcel);

	/**
	 * Waits for a line: a unit that speaks with one voice. Close the turn, whatever
	 * happens.
	 * @throws InterruptedException if the engine stops meanwhile
	 */
	Turn enter(String line, Parcel.Live parcel) throws InterruptedException;

	/** The station's zones, and which of them an alert is for. */
	Zones zones();

	/** An air that holds nothing back, where what is urgent goes before what is not. */
	static Air open() {
		Lines lines = new Lines(AirOrder.ALIKE, AirLease.ALONE);
		Zones everywhere = new Zones(List.of(Zone.EVERYWHERE), QuietHours.NONE);
		return new Air() {

			@Override
			public @Nullable Outcome held(Parcel.Live parcel) {
				return null;
			}

			@Override
			public Turn enter(String line, Parcel.Live parcel) throws InterruptedException {
				return lines.enter(line, parcel.alert());
			}

			@Override
			public Zones zones() {
				return everywhere;
			}

		};
	}

}
