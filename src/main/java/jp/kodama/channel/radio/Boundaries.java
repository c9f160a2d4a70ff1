package jp.kodama.channel.radio;

import java.util.NavigableSet;
import java.util.TreeSet;

import jp.kodama.delivery.Parcel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a composed broadcast may be left: the samples of its {@code phrases.json}. */
public final class Boundaries {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Boundaries() {
	}

	/** Those of a parcel; none if it does not say. */
	public static NavigableSet<Integer> of(Parcel parcel) {
		NavigableSet<Integer> samples = new TreeSet<>();
		parcel.artifacts().stream().filter((one) -> one.name().equals(Sidecar.PHRASES)).forEach((one) -> {
			for (JsonNode sample : JSON.readTree(one.content()).path("boundaries")) {
				samples.add(sample.asInt());
			}
		});
		return samples;
	}

}
