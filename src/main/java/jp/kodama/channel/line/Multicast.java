package jp.kodama.channel.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.MulticastRequest;
import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;

/**
 * A multicast as the SDK writes it: composing and sending go through the same mapper, so
 * that the artifact's bytes are the request's body.
 */
final class Multicast {

	private static final ObjectMapper JSON = ModelObjectMapper.createNewObjectMapper();

	private Multicast() {
	}

	/** The body of a request, from a message as a template made it. */
	static byte[] body(String message, List<Recipient> to) {
		try {
			List<String> ids = to.stream().map(Recipient::address).toList();
			return JSON.writeValueAsBytes(
					new MulticastRequest(List.of(JSON.readValue(message, Message.class)), ids, null, null));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("flex.json: " + ex.getOriginalMessage(), ex);
		}
	}

	/** The request an artifact holds. */
	static MulticastRequest request(Artifact artifact) {
		try {
			return JSON.readValue(artifact.content(), MulticastRequest.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(artifact.name(), ex);
		}
	}

	/**
	 * What LINE recognises a repeat by: the same for the same delivery, language and
	 * people, whenever it is sent; another as soon as somebody else is addressed.
	 */
	static UUID retryKey(String deliveryId, Artifact artifact) {
		String people = artifact.to().stream().map(Recipient::address).sorted().collect(Collectors.joining(" "));
		return UUID.nameUUIDFromBytes(
				(deliveryId + "\n" + artifact.language() + "\n" + people).getBytes(StandardCharsets.UTF_8));
	}

}
