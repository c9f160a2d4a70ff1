package jp.kodama.channel.catv;

import java.util.ArrayList;
import java.util.List;

import jp.kodama.audience.Recipient;
import jp.kodama.rendering.Artifact;

/** The pages that go round, in order, and the list of them. */
class Programme {

	private final Characters characters;

	private final int most;

	private final List<Artifact> pages = new ArrayList<>();

	private final StringBuilder index = new StringBuilder();

	/**
	 * An empty programme.
	 * @param most the most pages that may go round: with more, nobody sees the one that
	 * matters in time
	 */
	Programme(Characters characters, int most) {
		this.characters = characters;
		this.most = most;
	}

	/** Adds a message, all of it or nothing; says whether there was room. */
	boolean add(String alert, String language, List<String> texts) {
		boolean fits = this.pages.size() + texts.size() <= this.most;
		if (fits) {
			for (String text : texts) {
				String name = "page-%02d.txt".formatted(this.pages.size() + 1);
				this.pages.add(new Artifact(name, mediaType(), language, this.characters.bytes(text), List.of()));
				this.index.append(name).append('\t').append(language).append('\t').append(alert).append("\r\n");
			}
		}
		else {
			this.index.append("# no room\t").append(language).append('\t').append(alert).append("\r\n");
		}
		return fits;
	}

	/** The pages, and last the list that makes them count. */
	List<Artifact> artifacts(List<Recipient> to) {
		List<Artifact> all = new ArrayList<>(this.pages);
		all.add(new Artifact("index.txt", mediaType(), "ja", this.characters.bytes(this.index.toString()), to));
		return all;
	}

	private String mediaType() {
		return "text/plain;charset=" + this.characters.charset();
	}

}
