package jp.kodama.backchannel.monitor;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;

import org.springframework.stereotype.Component;

/** A sound card's input, by its ALSA name: {@code default}, {@code hw:1,0}. */
@Component
class SoundCardSource implements MonitorSource {

	/** What ALSA is told beside its own files. */
	private final Map<String, String> alsa;

	SoundCardSource() {
		this(Map.of());
	}

	SoundCardSource(Map<String, String> alsa) {
		this.alsa = alsa;
	}

	@Override
	public String kind() {
		return "sound-card";
	}

	@Override
	public String fault(Monitor monitor) {
		return monitor.address().matches("[\\w:,.=-]+") ? "" : "ALSA の名前でなければなりません / needs an ALSA name";
	}

	@Override
	public boolean continuous() {
		return true;
	}

	@Override
	public Sounding open(Monitor monitor) throws IOException {
		return Ffmpeg.open(List.of("-f", "alsa", "-i", monitor.address()), this.alsa);
	}

}
