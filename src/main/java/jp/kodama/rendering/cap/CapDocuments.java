package jp.kodama.rendering.cap;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jp.kodama.alert.Alert;
import jp.kodama.alert.Area;
import jp.kodama.alert.Info;
import jp.kodama.audience.Municipality;
import jp.kodama.audience.Outline;
import jp.kodama.audience.Outlines;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Alerts as CAP 1.2 documents for other systems: valid against {@code CAP-v1.2.xsd}, the
 * whole municipality drawn as polygons where its outline is known, signed where
 * {@code config/cap.yaml} names a key. The same alert gives the same bytes.
 */
@Component
public class CapDocuments {

	/** The media type that feeds give such a document. */
	public static final String MEDIA_TYPE = "application/cap+xml";

	private final String jis;

	private final Optional<Outline> outline;

	private final Signing signing;

	/**
	 * Those of one municipality.
	 * @param root the folder that holds {@code config/}
	 */
	public CapDocuments(@Value("${kodama.root:.}") Path root, Municipality municipality) {
		this.jis = municipality.jis();
		this.outline = Outlines.in(root.resolve("config/areas")).find(municipality.jis());
		this.signing = Signing.load(root);
	}

	/** The document, in UTF-8. */
	public byte[] write(Alert alert) {
		List<Info> drawn = alert.infos().stream().map(this::drawn).toList();
		return this.signing.sign(CapXml.write(
				new Alert(alert.key(), alert.status(), alert.msgType(), alert.handling(), alert.references(), drawn)));
	}

	/** How they are signed. */
	public Signing signing() {
		return this.signing;
	}

	private Info drawn(Info info) {
		return new Info(info.language(), info.classification(), info.text(), info.expires(), info.parameters(),
				info.areas().stream().map(this::drawn).toList(), info.resources());
	}

	/** A district is smaller than the municipality: its codes alone say where it is. */
	private Area drawn(Area area) {
		boolean whole = area.geocodes().stream().allMatch((code) -> code.valueName().equals(Area.Geocode.JIS))
				&& area.geocodes().stream().anyMatch((code) -> code.value().equals(this.jis));
		return (whole && area.polygons().isEmpty() && this.outline.isPresent())
				? new Area(area.areaDesc(), area.geocodes(), this.outline.get().rings()) : area;
	}

}
