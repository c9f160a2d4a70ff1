package jp.kodama.channel.radio.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jp.kodama.channel.radio.rtp.Codec;

/**
 * Session descriptions (RFC 4566): our offer, and what is read from the answer. Reads
 * leniently, as units write them; unknown lines do not matter.
 */
public final class SessionDescription {

	private static final int OUR_EVENTS = 101;

	private static final String EVENTS = "TELEPHONE-EVENT/8000";

	private SessionDescription() {
	}

	/** We offer to speak; "sendonly" would be taken for putting on hold by many. */
	public static String offer(InetAddress local, int port, List<Codec> codecs) {
		String family = (local.getAddress().length == 4) ? "IP4" : "IP6";
		String types = codecs.stream().map((one) -> one.payloadType() + " ").collect(Collectors.joining());
		StringBuilder text = new StringBuilder("v=0\r\no=kodama %1$d 1 IN %2$s %3$s\r\ns=Kodama\r\nc=IN %2$s %3$s\r\n"
			.formatted(System.currentTimeMillis(), family, local.getHostAddress()));
		text.append("t=0 0\r\nm=audio %d RTP/AVP %s%d\r\n".formatted(port, types, OUR_EVENTS));
		codecs.forEach((one) -> text.append("a=rtpmap:%d %s/8000\r\n".formatted(one.payloadType(), one)));
		return text + "a=rtpmap:%1$d telephone-event/8000\r\na=fmtp:%1$d 0-15\r\na=ptime:20\r\na=sendrecv\r\n"
			.formatted(OUR_EVENTS);
	}

	/**
	 * Reads an answer.
	 * @param wanted the codecs offered
	 * @throws CallFailed if it does not take sound, or none of those codecs
	 */
	static Answer answer(String text, List<Codec> wanted) throws CallFailed {
		String host = "";
		List<String> media = List.of();
		Map<Integer, String> names = new HashMap<>();
		boolean hears = true;
		for (String line : text.split("\r?\n")) {
			if (line.startsWith("m=")) {
				if (!media.isEmpty()) {
					break;
				}
				media = Arrays.asList(line.substring(2).trim().split(" +"));
			}
			else if (line.startsWith("c=")) {
				String[] parts = line.trim().split(" +");
				host = parts[parts.length - 1].split("/")[0];
			}
			else if (line.startsWith("a=rtpmap:")) {
				String[] parts = line.substring(9).trim().split(" +");
				names.put(Integer.parseInt(parts[0]), parts[1].toUpperCase(Locale.ROOT));
			}
			hears &= !line.startsWith("a=inactive") && !line.startsWith("a=sendonly");
		}
		if (media.size() < 4 || !media.get(0).equals("audio") || media.get(1).equals("0") || !hears) {
			throw CallFailed.forGood("相手が音声を受けません / it does not take sound");
		}
		return agreed(new InetSocketAddress(address(host), Integer.parseInt(media.get(1))), types(media), names,
				wanted);
	}

	private static Answer agreed(InetSocketAddress media, List<Integer> types, Map<Integer, String> names,
			List<Codec> wanted) throws CallFailed {
		int events = types.stream().filter((type) -> EVENTS.equals(names.get(type))).findFirst().orElse(-1);
		for (int type : types) {
			for (Codec codec : wanted) {
				boolean named = (codec + "/8000").equals(names.get(type));
				if (named || (!names.containsKey(type) && type == codec.payloadType())) {
					return new Answer(media, codec, type, events);
				}
			}
		}
		throw CallFailed.forGood("音声の方式が合いません / it takes none of " + wanted);
	}

	private static List<Integer> types(List<String> media) {
		List<Integer> types = new ArrayList<>();
		media.subList(3, media.size()).forEach((one) -> types.add(Integer.parseInt(one)));
		return types;
	}

	private static InetAddress address(String host) throws CallFailed {
		try {
			InetAddress address = InetAddress.getByName(host);
			if (!host.isEmpty() && !address.isAnyLocalAddress()) {
				return address;
			}
		}
		catch (UnknownHostException ex) {
			// Said below.
		}
		throw CallFailed.forNow("相手の音声の宛先が読めません / no address for sound: " + host);
	}

}
