package jp.kodama.backchannel;

import jp.kodama.backchannel.aircheck.Tapes;
import jp.kodama.backchannel.monitor.Ear;
import jp.kodama.backchannel.monitor.Ears;
import jp.kodama.backchannel.segment.Segmenters;
import jp.kodama.backchannel.transcript.Transcribers;

import org.springframework.stereotype.Component;

/**
 * What a monitor hears goes onto its tape, for the air check, and is cut into broadcasts.
 */
@Component
class RadioEars implements Ears {

	private final Tapes tapes;

	private final Segmenters segmenters;

	private final Transcribers transcribers;

	RadioEars(Tapes tapes, Segmenters segmenters, Transcribers transcribers) {
		this.tapes = tapes;
		this.segmenters = segmenters;
		this.transcribers = transcribers;
	}

	@Override
	public Ear of(String monitor) {
		Ear segmenter = this.segmenters.of(monitor, this.transcribers.of(monitor));
		return new Ear() {
			@Override
			public void hear(short[] samples) {
				RadioEars.this.tapes.add(monitor, samples);
				segmenter.hear(samples);
			}

			@Override
			public void ended() {
				segmenter.ended();
			}
		};
	}

}
