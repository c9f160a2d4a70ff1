package jp.kodama.channel.catv;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Parcel;
import jp.kodama.rendering.Artifact;

import org.springframework.stereotype.Component;

/**
 * Removes the pages that the last list no longer names: a character generator that shows
 * every file of the folder must not show an alert that is over. Camel writes, but has
 * nothing that removes.
 */
@Component
class CatvWire {

	private final Channels channels;

	CatvWire(Channels channels) {
		this.channels = channels;
	}

	/** Called by the Kamelet after the new pages and the list are in place. */
	void tidy(Parcel.Live parcel) throws IOException {
		String address = this.channels.get(parcel.delivery().channel()).address();
		if (!address.startsWith("file:")) {
			// On a server of somebody else's the list alone decides.
			return;
		}
		Set<String> current = parcel.artifacts().stream().map(Artifact::name).collect(Collectors.toSet());
		try (DirectoryStream<Path> pages = Files.newDirectoryStream(Path.of(address.substring(5)), "page-*.txt")) {
			for (Path page : pages) {
				if (!current.contains(page.getFileName().toString())) {
					Files.delete(page);
				}
			}
		}
	}

}
