package jp.kodama.backchannel.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.PathResource;

/**
 * {@code config/monitors.yaml}.
 *
 * @param monitors where the radio is listened to, by id
 * @param segments how broadcasts are told apart
 * @param transcripts what becomes of a finished transcript
 * @param airCheck how long a broadcast of ours is waited for, and what if it is not heard
 */
public record BackchannelSettings(@DefaultValue Map<String, Monitor> monitors, @DefaultValue Segments segments,
		@DefaultValue Transcripts transcripts, @DefaultValue AirCheck airCheck) {

	/** Where it is configured. */
	public static final String FILE = "config/monitors.yaml";

	private static final String PREFIX = "kodama.backchannel";

	private static final Monitor GONE = new Monitor("", false, "", List.of(), true, "ja", false, "");

	/**
	 * A monitor. One that is configured no longer is off, and what it once heard is for
	 * rehearsals only.
	 */
	public Monitor monitor(String id) {
		return this.monitors.getOrDefault(id, GONE);
	}

	/**
	 * Reads the file; without one nothing is listened to. {@code ${kodama.home}} may be
	 * used in it.
	 * @throws IllegalStateException naming the file and the field, if it is broken
	 */
	public static BackchannelSettings load(Path root, Path home) {
		Path file = root.resolve(FILE);
		try {
			StandardEnvironment environment = new StandardEnvironment();
			environment.getPropertySources()
				.addFirst(new MapPropertySource("home", Map.of("kodama.home", home.toString())));
			if (Files.exists(file)) {
				for (PropertySource<?> one : new YamlPropertySourceLoader().load(file.toString(),
						new PathResource(file))) {
					environment.getPropertySources().addLast(one);
				}
			}
			BindHandler strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT);
			return Binder.get(environment).bindOrCreate(PREFIX, Bindable.of(BackchannelSettings.class), strict);
		}
		catch (IOException | RuntimeException ex) {
			Throwable cause = ex;
			while (cause.getCause() != null) {
				cause = cause.getCause();
			}
			throw new IllegalStateException(file + ": " + ex.getMessage() + "; " + cause.getMessage(), ex);
		}
	}

	/**
	 * A place where the radio is listened to.
	 *
	 * @param kind {@code stream}, {@code rtp}, {@code sound-card} or {@code folder}
	 * @param enabled whether it listens
	 * @param address a URL, {@code address:port}, a device or a folder, as its kind has
	 * it
	 * @param zones the districts (地区) whose loudspeakers it hears; empty: all
	 * @param rehearsal whether it hears rehearsals, and nothing that is meant
	 * @param language what is spoken there, RFC 3066
	 * @param transcribe whether it is written down what others say there
	 * @param networkInterface of a multicast: the address of the interface that joins
	 */
	public record Monitor(@DefaultValue("") String kind, @DefaultValue("true") boolean enabled,
			@DefaultValue("") String address, @DefaultValue List<String> zones,
			@DefaultValue("false") boolean rehearsal, @DefaultValue("ja") String language,
			@DefaultValue("true") boolean transcribe, @DefaultValue("") String networkInterface) {
	}

	/**
	 * What is one broadcast.
	 *
	 * @param sounds the table of our own signals
	 * @param closing which of them end a broadcast; all others open one
	 * @param gap so long a silence ends it too
	 * @param longest a broadcast that lasts longer is cut here
	 */
	public record Segments(@DefaultValue("channels/radio/sounds.yaml") String sounds,
			@DefaultValue("chime-down") List<String> closing, @DefaultValue("8s") Duration gap,
			@DefaultValue("10m") Duration longest) {
	}

	/**
	 * What becomes of a finished transcript.
	 *
	 * @param release {@code draft}: an officer decides; {@code automatic}: goes out by
	 * itself, with a mark, if it was understood well enough
	 * @param confidence how well that is: the mean over its words, 0–1
	 * @param wordConfidence a number, level or place name heard less well is left open
	 * @param lasts how long its words are taken to be true
	 * @param publicAddress where people reach this server: the address that a recording
	 * is linked by; empty: it is not linked
	 */
	public record Transcripts(@DefaultValue("draft") Release release, @DefaultValue("0.9") double confidence,
			@DefaultValue("0.7") double wordConfidence, @DefaultValue("6h") Duration lasts,
			@DefaultValue("") String publicAddress) {
	}

	/** What {@link Transcripts#release} says. */
	public enum Release {

		/** An officer decides. */
		DRAFT,
		/** It goes out by itself. */
		AUTOMATIC

	}

	/**
	 * How a broadcast of ours is waited for.
	 *
	 * @param within after it could have ended, how much later it must have been heard
	 * @param urgent what follows where an urgent alert was not heard
	 * @param routine the same for all others
	 */
	public record AirCheck(@DefaultValue("60s") Duration within, @DefaultValue("repeat") String urgent,
			@DefaultValue("alarm") String routine) {
	}

}
