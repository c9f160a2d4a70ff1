package jp.kodama.channel.radio.wire;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sound.sampled.AudioFormat.Encoding;

import jp.kodama.channel.radio.rtp.G711;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Artifact;
import jp.kodama.speech.Sound;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drops a broadcast into the folder that a radio console watches:
 * {@code <delivery>/<file>}, each by rename. broadcast.json comes last: once it is there,
 * all is there. Camel writes, so any of its file-like components will do.
 */
final class FileDrop implements Unit {

	private static final Map<String, Encoding> LAWS = Map.of("ulaw", Encoding.ULAW, "alaw", Encoding.ALAW);

	private final CamelContext camel;

	private final String name;

	private final String uri;

	private final @Nullable Encoding law;

	FileDrop(CamelContext camel, UnitAddress address) {
		this.camel = camel;
		this.name = address.target();
		Map<String, String> options = new HashMap<>(address.options());
		this.law = law(options.remove("encoding"));
		options.put("tempPrefix", ".new-");
		options.put("fileExist", "TryRename");
		this.uri = this.name + "?"
				+ options.entrySet()
					.stream()
					.map((one) -> one.getKey() + "=" + one.getValue())
					.sorted()
					.collect(Collectors.joining("&"));
	}

	private static @Nullable Encoding law(@Nullable String name) {
		if (name == null || name.equals("linear")) {
			return null;
		}
		Encoding law = LAWS.get(name);
		if (law == null) {
			throw new IllegalArgumentException("encoding: linear, ulaw, alaw: " + name);
		}
		return law;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Aired air(Airing airing) throws IOException {
		Parcel.Live parcel = airing.parcel();
		try (var producer = this.camel.createProducerTemplate()) {
			for (Artifact artifact : parcel.artifacts()) {
				producer.sendBodyAndHeader(this.uri, content(artifact), Exchange.FILE_NAME,
						parcel.delivery().id() + "/" + artifact.name());
			}
			return new Aired.Whole("%d 個のファイル / files".formatted(parcel.artifacts().size()), "");
		}
		catch (CamelExecutionException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw new IOException(String.valueOf(cause.getMessage()), ex);
		}
	}

	/**
	 * The bytes as composed, unless the console only knows G.711; then its description
	 * says so too.
	 */
	private byte[] content(Artifact artifact) throws IOException {
		if (this.law == null) {
			return artifact.content();
		}
		if (artifact.mediaType().equals("audio/wav")) {
			return G711.wav(Sound.ofWav(artifact.content()), this.law);
		}
		if (artifact.name().equals("broadcast.json")) {
			JsonMapper json = JsonMapper.builder().build();
			ObjectNode description = (ObjectNode) json.readTree(artifact.content());
			description.put("rate", G711.RATE).put("encoding", this.law.toString());
			return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(description);
		}
		return artifact.content();
	}

}
