package jp.kodama.intake.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.w3c.dom.Element;

/**
 * An element, by local names: prefixes differ between senders, names do not.
 *
 * @param element of the parsed document
 */
public record Node(Element element) {

	/** Its local name. */
	public String name() {
		return this.element.getLocalName();
	}

	/** Its namespace; empty for none. */
	public String namespace() {
		String namespace = this.element.getNamespaceURI();
		return (namespace != null) ? namespace : "";
	}

	/** An attribute; empty if absent. */
	public String attribute(String name) {
		return this.element.getAttribute(name).strip();
	}

	/** Its text, without blanks around; full-width blanks go too. */
	public String text() {
		return this.element.getTextContent().strip();
	}

	/** The children. */
	public List<Node> all() {
		List<Node> found = new ArrayList<>();
		for (org.w3c.dom.Node child = this.element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element inner) {
				found.add(new Node(inner));
			}
		}
		return found;
	}

	/** The children of a name. */
	public List<Node> all(String name) {
		return all().stream().filter((child) -> name.equals(child.name())).toList();
	}

	/** The elements at the end of a path of names. */
	public List<Node> path(String... names) {
		List<Node> here = List.of(this);
		for (String name : names) {
			here = here.stream().flatMap((node) -> node.all(name).stream()).toList();
		}
		return here;
	}

	/** The first child of a name. */
	public Optional<Node> first(String name) {
		return all(name).stream().findFirst();
	}

	/** The text of the first element at the end of a path; empty if there is none. */
	public String text(String... names) {
		return path(names).stream().findFirst().map(Node::text).orElse("");
	}

	/**
	 * The text of a child that must be there.
	 * @throws Unreadable naming the element, if it is missing or empty
	 */
	public String required(String child) throws Unreadable {
		String text = text(child);
		if (text.isEmpty()) {
			throw new Unreadable(name() + "/" + child + " がありません", name() + "/" + child + " is missing");
		}
		return text;
	}

}
