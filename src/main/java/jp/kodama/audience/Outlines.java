package jp.kodama.audience;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outlines of municipalities, from {@code config/areas/<jis>.geojson} (RFC 7946: a
 * Feature or a FeatureCollection of Polygons and MultiPolygons). Holes are left out.
 */
public final class Outlines {

	private static final JsonMapper JSON = new JsonMapper();

	private final Path areas;

	private Outlines(Path areas) {
		this.areas = areas;
	}

	/** Those in a folder, {@code config/areas}. */
	public static Outlines in(Path areas) {
		return new Outlines(areas);
	}

	/**
	 * The outline of a municipality; empty if nobody put one there.
	 * @param jis five digits
	 * @throws IllegalStateException naming the file, if it cannot be read
	 */
	public Optional<Outline> find(String jis) {
		Path file = this.areas.resolve(jis + ".geojson");
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		try {
			List<String> rings = new ArrayList<>();
			read(JSON.readTree(file.toFile()), rings);
			Outline outline = new Outline(rings);
			rings.forEach(outline::meets);
			if (rings.isEmpty()) {
				throw new IllegalArgumentException("holds no polygon");
			}
			return Optional.of(outline);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new IllegalStateException(file + ": " + ex.getMessage(), ex);
		}
	}

	private static void read(JsonNode node, List<String> rings) {
		switch (node.path("type").asString("")) {
			case "FeatureCollection" -> node.path("features").forEach((one) -> read(one, rings));
			case "Feature" -> read(node.path("geometry"), rings);
			case "MultiPolygon" -> node.path("coordinates").forEach((polygon) -> rings.add(ring(polygon.path(0))));
			case "Polygon" -> rings.add(ring(node.path("coordinates").path(0)));
			default -> throw new IllegalArgumentException("no outline: type " + node.path("type").asString(""));
		}
	}

	/** GeoJSON says longitude first, CAP latitude. */
	private static String ring(JsonNode points) {
		List<String> pairs = new ArrayList<>();
		points.forEach((point) -> pairs.add(point.path(1).asDouble() + "," + point.path(0).asDouble()));
		return String.join(" ", pairs);
	}

}
