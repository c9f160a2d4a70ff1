package jp.kodama.rendering.cap;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Indented XML, element by element. Characters that XML 1.0 cannot hold are left out: an
 * alert with a stray control character must still be readable.
 */
final class XmlText {

	private static final String NOT_XML = "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

	private final StringWriter text = new StringWriter();

	private final XMLStreamWriter writer;

	private final Deque<String> open = new ArrayDeque<>();

	XmlText() throws XMLStreamException {
		this.writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(this.text);
		this.text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
	}

	/** Opens the root. */
	XmlText root(String name, String namespace) throws XMLStreamException {
		open(name);
		this.writer.writeDefaultNamespace(namespace);
		return this;
	}

	XmlText open(String name) throws XMLStreamException {
		line();
		this.writer.writeStartElement(name);
		this.open.push(name);
		return this;
	}

	XmlText close() throws XMLStreamException {
		this.open.pop();
		line();
		this.writer.writeEndElement();
		if (this.open.isEmpty()) {
			this.writer.writeCharacters("\n");
			this.writer.flush();
		}
		return this;
	}

	/** An element with words; none at all for words that are empty. */
	XmlText leaf(String name, String value) throws XMLStreamException {
		if (!value.isEmpty()) {
			line();
			this.writer.writeStartElement(name);
			this.writer.writeCharacters(clean(value));
			this.writer.writeEndElement();
		}
		return this;
	}

	/** An element of attributes: name, value, name, value … */
	XmlText empty(String name, String... attributes) throws XMLStreamException {
		line();
		this.writer.writeEmptyElement(name);
		for (int i = 0; i < attributes.length; i += 2) {
			this.writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
		}
		return this;
	}

	/** An attribute of the element just opened. */
	XmlText attribute(String name, String value) throws XMLStreamException {
		this.writer.writeAttribute(name, clean(value));
		return this;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

	private void line() throws XMLStreamException {
		this.writer.writeCharacters("\n" + "  ".repeat(this.open.size()));
	}

	private static String clean(String value) {
		return value.replaceAll(NOT_XML, "");
	}

}
