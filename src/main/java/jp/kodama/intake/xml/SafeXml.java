package jp.kodama.intake.xml;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Parses XML from outside: no DTD, no entities, no network, a limit of size. The encoding
 * is the one that the document declares.
 */
public final class SafeXml {

	/** The largest telegram of 気象庁 is 大雨危険度通知, 4 MB. */
	public static final int MAX_BYTES = 16 * 1024 * 1024;

	/** The deepest telegrams of 気象庁 have 15 levels. */
	private static final int MAX_DEPTH = 64;

	private static final DocumentBuilderFactory FACTORY = factory();

	private SafeXml() {
	}

	/**
	 * Parses.
	 * @return the root element
	 * @throws Unreadable if it is too large, not well-formed, or has a DTD
	 */
	public static Node parse(byte[] bytes) throws Unreadable {
		if (bytes.length == 0) {
			throw new Unreadable("空のファイルです", "empty file");
		}
		if (bytes.length > MAX_BYTES) {
			throw new Unreadable("大きすぎます（" + bytes.length + " バイト、上限 " + MAX_BYTES + "）",
					"larger than " + MAX_BYTES + " bytes");
		}
		try {
			DocumentBuilder builder = FACTORY.newDocumentBuilder();
			builder.setErrorHandler(new Strict());
			return new Node(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
		}
		catch (SAXParseException ex) {
			whole(bytes);
			if (ex.getException() instanceof CharConversionException) {
				throw characters(ex);
			}
			throw new Unreadable("XMLとして読めません（" + ex.getLineNumber() + "行目）",
					"not readable XML, line " + ex.getLineNumber() + ": " + ex.getMessage());
		}
		catch (CharConversionException | UnsupportedEncodingException ex) {
			whole(bytes);
			throw characters(ex);
		}
		catch (SAXException | IOException ex) {
			throw new Unreadable("XMLとして読めません", "not readable XML: " + ex.getMessage());
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException("the JDK's XML parser cannot be made safe", ex);
		}
	}

	private static Unreadable characters(Exception cause) {
		return new Unreadable("文字コードが宣言と違うか、扱えません", "not in the character set that it declares: " + cause.getMessage());
	}

	/** Whole documents end with a tag. */
	private static void whole(byte[] bytes) throws Unreadable {
		int last = bytes.length - 1;
		while (last > 0 && bytes[last] <= ' ' && bytes[last] >= 0) {
			last--;
		}
		if (bytes[0] == '<' && bytes[last] != '>') {
			throw new Unreadable("途中で切れています（" + bytes.length + " バイト）", "truncated after " + bytes.length + " bytes");
		}
	}

	private static DocumentBuilderFactory factory() {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
		try {
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
			factory.setAttribute("jdk.xml.maxElementDepth", MAX_DEPTH);
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException("the JDK's XML parser cannot be made safe", ex);
		}
		factory.setNamespaceAware(true);
		factory.setXIncludeAware(false);
		factory.setExpandEntityReferences(false);
		return factory;
	}

	/** The JDK's own handler prints to standard error. */
	private static final class Strict implements ErrorHandler {

		@Override
		public void warning(SAXParseException exception) {
			// a warning does not change what was read
		}

		@Override
		public void error(SAXParseException exception) throws SAXException {
			throw exception;
		}

		@Override
		public void fatalError(SAXParseException exception) throws SAXException {
			throw exception;
		}

	}

}
