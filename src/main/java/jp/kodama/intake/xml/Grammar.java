package jp.kodama.intake.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * An XML Schema, compiled once. Its files lie on the class path; nothing is ever fetched.
 */
public final class Grammar {

	private final Schema schema;

	/** Making one takes four times as long as using it; not for two threads at once. */
	private final Queue<Validator> idle = new ConcurrentLinkedQueue<>();

	private Grammar(Schema schema) {
		this.schema = schema;
	}

	/**
	 * Compiles one.
	 * @param folder on the class path: {@code /jmaxml/}
	 * @param file the schema of the root; those it imports lie beside it
	 */
	public static Grammar load(String folder, String file) {
		try (InputStream root = open(folder + file)) {
			SchemaFactory factory = SchemaFactory.newDefaultInstance();
			factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			factory.setResourceResolver(
					(type, namespace, publicId, systemId, base) -> imported(folder, String.valueOf(systemId)));
			return new Grammar(factory.newSchema(new StreamSource(root, file)));
		}
		catch (SAXException | IOException ex) {
			throw new IllegalStateException(folder + file + ": " + ex.getMessage(), ex);
		}
	}

	/** What it has against an element; empty if nothing. */
	public Optional<String> fault(Node element) {
		Validator used = this.idle.poll();
		try {
			Validator validator = (used != null) ? used : validator();
			validator.validate(new DOMSource(element.element()));
			this.idle.offer(validator);
			return Optional.empty();
		}
		catch (SAXException ex) {
			return Optional.of(String.valueOf(ex.getMessage()).replaceAll("\\s+", " "));
		}
		catch (IOException ex) {
			throw new IllegalStateException("reading memory", ex);
		}
	}

	private Validator validator() throws SAXException {
		Validator validator = this.schema.newValidator();
		validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
		return validator;
	}

	private static LSInput imported(String folder, String file) {
		try (InputStream bytes = open(folder + file.replaceAll(".*/", ""))) {
			LSInput input = new Imported().create();
			input.setSystemId(file);
			input.setCharacterStream(new StringReader(
					new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).replace("\uFEFF", "")));
			return input;
		}
		catch (IOException ex) {
			throw new IllegalStateException(folder + file, ex);
		}
	}

	private static InputStream open(String path) {
		InputStream file = Grammar.class.getResourceAsStream(path);
		if (file == null) {
			throw new IllegalStateException("not on the class path: " + path);
		}
		return file;
	}

	/** Makes what the JDK wants a schema's import to be. */
	private static final class Imported {

		LSInput create() {
			try {
				@Nullable Object feature = javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance()
					.newDocumentBuilder()
					.getDOMImplementation()
					.getFeature("LS", "3.0");
				return ((DOMImplementationLS) java.util.Objects.requireNonNull(feature)).createLSInput();
			}
			catch (javax.xml.parsers.ParserConfigurationException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
