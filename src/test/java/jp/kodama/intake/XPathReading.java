package jp.kodama.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;
import org.jaxen.JaxenException;
import org.jaxen.dom.DOMXPath;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * Reads telegrams a second time, by XPath alone, sharing nothing with what it is held
 * against: which kind codes a telegram gives for a town, and which of them are over.
 */
final class XPathReading {

	private static final String HEAD = "/Report/Head";

	private static final String BODY = "/Report/Body";

	private final Document document;

	XPathReading(Path file) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(false);
		this.document = factory.newDocumentBuilder().parse(Files.newInputStream(file));
	}

	/** {@code Control/Title}. */
	String title() throws Exception {
		return text("//Control/Title");
	}

	/** Whether it withdraws another. */
	boolean withdraws() throws Exception {
		return text(HEAD + "/InfoType").equals("取消");
	}

	/** The five-digit codes of all municipalities that it names. */
	Set<String> municipalities() throws Exception {
		Set<String> found = new TreeSet<>();
		for (String code : texts("//Area/Code[string-length(.)=7] | //City/Code[string-length(.)=7]"
				+ " | //CityCode[string-length(.)=7]")) {
			found.add(code.substring(0, 5));
		}
		return found;
	}

	/** Codes of a weather warning that are in force; or those that it lifts. */
	Set<String> weather(List<String> cities, boolean lifted) throws Exception {
		return texts(BODY + path("Warning", "[contains(@type,'（市町村等）')]") + "/Item[" + any("Area/Code", cities)
				+ "]/Kind[" + (lifted ? "" : "not") + "(Status='解除')]/Code");
	}

	/** Codes for a coast. */
	Set<String> tsunami(List<String> coasts) throws Exception {
		return texts(BODY + path("Tsunami", "") + path("Forecast", "") + "/Item[" + any("Area/Code", coasts)
				+ "]/Category/Kind/Code");
	}

	/** Codes of 緊急地震速報 for an area. */
	Set<String> earthquakeEarlyWarning(List<String> areas) throws Exception {
		return texts(BODY + path("Intensity", "") + path("Forecast", "") + path("Pref", "") + "/Area["
				+ any("Code", areas) + "]/Category/Kind/Code");
	}

	/** What was measured in a city, or that no report came. */
	Set<String> intensity(List<String> cities) throws Exception {
		String city = BODY + path("Intensity", "") + path("Observation", "") + path("Pref", "") + path("Area", "")
				+ "/City[" + any("Code", cities) + "]";
		String silent = "contains(Condition,'未入電')";
		return texts(city + "[not(" + silent + ")]/MaxInt | " + city + "[" + silent + "]/Condition");
	}

	/** Codes of the river that may flood a city; none if it is not named. */
	Set<String> river(List<String> cities) throws Exception {
		boolean named = !texts("//CityCode[" + any(".", cities) + "]").isEmpty();
		return named
				? texts(HEAD + path("Headline", "") + path("Information", "[contains(@type,'予報区域')]") + "//Kind/Code")
				: Set.of();
	}

	private String text(String expression) throws JaxenException {
		return new DOMXPath(expression).stringValueOf(this.document);
	}

	private Set<String> texts(String expression) throws JaxenException {
		Set<String> texts = new TreeSet<>();
		for (Object node : new DOMXPath(expression).selectNodes(this.document)) {
			texts.add(((Node) node).getTextContent().strip());
		}
		texts.remove("");
		return texts;
	}

	private static String path(String name, String condition) {
		return "/" + name + condition;
	}

	private static String any(String path, List<String> codes) {
		return codes.isEmpty() ? "false()"
				: String.join(" or ", codes.stream().map((code) -> path + "='" + code + "'").toList());
	}

}
