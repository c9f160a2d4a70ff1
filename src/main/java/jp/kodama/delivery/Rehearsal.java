package jp.kodama.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import jp.kodama.rendering.Artifact;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The rehearsal sink: writes what would have gone out, byte for byte, for people to see.
 */
@Component
class Rehearsal {

	private final Path folder;

	private final ApplicationEventPublisher events;

	Rehearsal(@Value("${kodama.home}") Path home, ApplicationEventPublisher events) {
		this.folder = home.resolve("rehearsal");
		this.events = events;
	}

	/**
	 * Writes {@code rehearsal/<channel>/<delivery>/<artifact>}, each file whole or not at
	 * all.
	 */
	Outcome write(Parcel.Rehearsal parcel) throws IOException {
		Path own = this.folder.resolve(parcel.delivery().channel()).resolve(parcel.delivery().id());
		for (Artifact artifact : parcel.artifacts()) {
			Path file = own.resolve(artifact.name());
			Files.createDirectories(file.getParent());
			Path part = file.resolveSibling("." + file.getFileName() + ".part");
			Files.write(part, artifact.content());
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		this.events.publishEvent(new Rehearsed(parcel));
		return Outcome.HandedOver.SILENTLY;
	}

}
