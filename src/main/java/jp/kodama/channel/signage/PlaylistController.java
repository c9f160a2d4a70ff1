package jp.kodama.channel.signage;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.PathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What screens pull, and how they learn that there is something new. Open to anyone: an
 * alert is public.
 */
@RestController
class PlaylistController {

	private final Screens screens;

	private final Listeners listeners;

	private final Path player;

	PlaylistController(Screens screens, Listeners listeners, @Value("${kodama.root}") Path root) {
		this.screens = screens;
		this.listeners = listeners;
		this.player = root.resolve("channels/signage/player");
	}

	/** What is on now; 304 for a screen that has it. */
	@GetMapping(path = "/signage/playlist", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<String> playlist(@RequestParam(defaultValue = "live") String world) {
		Playlist playlist = this.screens.on(World.parse(world));
		return ResponseEntity.ok().eTag(playlist.tag()).cacheControl(CacheControl.noCache()).body(playlist.json());
	}

	/**
	 * Events {@code playlist} with the tag of what is on, at once and at each change, and
	 * {@code heartbeat} every ten seconds; 503 when there are too many screens.
	 */
	@GetMapping("/signage/events")
	SseEmitter events(@RequestParam(defaultValue = "live") String world) {
		World which = World.parse(world);
		return this.listeners.open(which, () -> this.screens.on(which).tag())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many screens"));
	}

	/** The page that makes any browser a screen. */
	@GetMapping("/signage/player")
	ResponseEntity<Resource> player() {
		return file("player.html", "text/html;charset=UTF-8");
	}

	/** Its script. */
	@GetMapping("/signage/player.js")
	ResponseEntity<Resource> script() {
		return file("player.js", "text/javascript;charset=UTF-8");
	}

	/** Its style. */
	@GetMapping("/signage/player.css")
	ResponseEntity<Resource> style() {
		return file("player.css", "text/css;charset=UTF-8");
	}

	private ResponseEntity<Resource> file(String name, String type) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, type)
			.cacheControl(CacheControl.noCache())
			.body(new PathResource(this.player.resolve(name)));
	}

}
