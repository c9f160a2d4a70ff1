package jp.kodama.backchannel.monitor;

import java.io.IOException;
import java.util.List;

import jp.kodama.backchannel.settings.BackchannelSettings.Monitor;

import org.springframework.stereotype.Component;

/**
 * RTP, sent to us or to a multicast group that we join: {@code 224.0.1.75:5004}. G.711
 * and G.722 by their static payload types (RFC 3551). Nothing comes while nobody speaks.
 */
@Component
class RtpSource implements MonitorSource {

	@Override
	public String kind() {
		return "rtp";
	}

	@Override
	public String fault(Monitor monitor) {
		return monitor.address().matches("[\\w.-]+:\\d{1,5}|\\[[0-9a-fA-F:]+]:\\d{1,5}") ? ""
				: "address:port でなければなりません / needs address:port";
	}

	@Override
	public boolean continuous() {
		return false;
	}

	@Override
	public Sounding open(Monitor monitor) throws IOException {
		String joined = monitor.networkInterface().isEmpty() ? "" : "?localaddr=" + monitor.networkInterface();
		return Ffmpeg.open(List.of("-protocol_whitelist", "rtp,udp", "-probesize", "32", "-analyzeduration", "0", "-i",
				"rtp://" + monitor.address() + joined));
	}

}
