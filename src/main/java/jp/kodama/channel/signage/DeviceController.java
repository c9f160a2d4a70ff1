package jp.kodama.channel.signage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Screens give their name, and say what they show. */
@RestController
class DeviceController {

	private final Devices devices;

	private final Screens screens;

	DeviceController(Devices devices, Screens screens) {
		this.devices = devices;
		this.screens = screens;
	}

	/** 201 with number and token; 503 when there are too many. */
	@PostMapping("/signage/devices")
	@ResponseStatus(HttpStatus.CREATED)
	Devices.Registered register(@RequestBody @Valid NewDevice device) {
		return this.devices.register(device.name(), device.place())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many screens"));
	}

	/**
	 * A screen shows an alert: 204. 401 for a wrong token; 409 if the playlist it names
	 * is not on any more, or has no such alert.
	 */
	@PostMapping("/signage/devices/{id}/shown")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void shown(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
			@RequestParam(defaultValue = "live") String world, @RequestBody @Valid Shown shown) {
		if (!authorization.startsWith("Bearer ") || !this.devices.known(id, authorization.substring(7))) {
			throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "not the token of this screen");
		}
		World which = World.parse(world);
		Playlist playlist = this.screens.on(which);
		Slide slide = playlist.slides()
			.stream()
			.filter((one) -> playlist.tag().equals(shown.playlistTag()) && one.alert().equals(shown.alert()))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, "not on the screens now"));
		this.devices.shows(id, which, playlist.tag(), slide);
	}

	/**
	 * A screen that registers.
	 *
	 * @param name as officers call it
	 * @param place where it stands; may be empty
	 */
	record NewDevice(@NotBlank @Size(max = 80) String name, @NotNull @Size(max = 80) String place) {
	}

	/**
	 * What a screen shows.
	 *
	 * @param alert the alert's identifier
	 * @param playlistTag the playlist it is from
	 */
	record Shown(@NotBlank String alert, @NotBlank String playlistTag) {
	}

}
