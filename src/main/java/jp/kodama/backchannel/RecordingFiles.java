package jp.kodama.backchannel;

import jp.kodama.backchannel.recording.Recordings;

import java.nio.file.Path;

import jp.kodama.backchannel.transcript.PublicRecordings;

import org.springframework.core.io.PathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Recordings: all of them to officers, those of released alerts to everybody. */
@RestController
class RecordingFiles {

	private final Recordings recordings;

	private final PublicRecordings released;

	RecordingFiles(Recordings recordings, PublicRecordings released) {
		this.recordings = recordings;
		this.released = released;
	}

	@GetMapping("/monitors/recordings/{sha256}.wav")
	ResponseEntity<Resource> forOfficers(@PathVariable String sha256) {
		return this.recordings.file(sha256).map(RecordingFiles::wav).orElse(ResponseEntity.notFound().build());
	}

	@GetMapping("/feed/recordings/{sha256}.wav")
	ResponseEntity<Resource> forEverybody(@PathVariable String sha256) {
		return this.released.has(sha256) ? forOfficers(sha256) : ResponseEntity.notFound().build();
	}

	private static ResponseEntity<Resource> wav(Path file) {
		return ResponseEntity.ok().contentType(MediaType.parseMediaType("audio/wav")).body(new PathResource(file));
	}

}
