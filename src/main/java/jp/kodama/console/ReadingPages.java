package jp.kodama.console;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jp.kodama.approval.Problem;
import jp.kodama.speech.CannotSpeak;
import jp.kodama.speech.Dictionary;
import jp.kodama.speech.InvalidReading;
import jp.kodama.speech.Voices;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The reading dictionary: how the radio says a place's name, heard before it is kept. */
@Controller
@RequestMapping("/readings")
class ReadingPages {

	/** Longer, and a voice would be busy for an officer's curiosity. */
	private static final int LONGEST = 200;

	private final Dictionary dictionary;

	private final Voices voices;

	ReadingPages(Dictionary dictionary, Voices voices) {
		this.dictionary = dictionary;
		this.voices = voices;
	}

	@GetMapping
	String page(@RequestParam(defaultValue = "") String kept, Model model) {
		model.addAttribute("kept", kept);
		return show(model);
	}

	private String show(Model model) {
		model.addAttribute("entries", this.dictionary.entries());
		model.addAttribute("unavailable", this.voices.unavailable("ja"));
		return "readings";
	}

	@PostMapping
	String put(@RequestParam String written, @RequestParam String reading, Principal officer, Model model) {
		try {
			this.dictionary.put(written, reading, officer.getName());
			return kept(written);
		}
		catch (InvalidReading ex) {
			model.addAttribute("typed", Map.of("written", written, "reading", reading));
			return refused(ex, "", model);
		}
	}

	@PostMapping("/lines")
	String put(@RequestParam String lines, Principal officer, Model model) {
		try {
			return kept(this.dictionary.put(lines, officer.getName()) + "語");
		}
		catch (InvalidReading ex) {
			model.addAttribute("lines", lines);
			return refused(ex, ex.line() + "行目 ", model);
		}
	}

	@PostMapping("/remove")
	String remove(@RequestParam String written, Principal officer) {
		this.dictionary.remove(written, officer.getName());
		return kept(written);
	}

	private static String kept(String what) {
		return "redirect:" + UriComponentsBuilder.fromPath("/readings").queryParam("kept", what).build().encode();
	}

	private String refused(InvalidReading cause, String where, Model model) {
		model.addAttribute("problems", List.of(problem(cause, where)));
		return show(model);
	}

	private static Problem problem(InvalidReading cause, String where) {
		return Problem.refusal(where + cause.field(), where + cause.japanese(), String.valueOf(cause.getMessage()));
	}

	/** A player for the sentence, or why there is none. */
	@GetMapping("/heard")
	String heard(@RequestParam(defaultValue = "") String written, @RequestParam(defaultValue = "") String reading,
			@RequestParam(defaultValue = "") String sentence, Model model) {
		try {
			said(written, reading, sentence);
			model.addAttribute("sound",
					UriComponentsBuilder.fromPath("/readings/heard.wav")
						.queryParam("written", "{a}")
						.queryParam("reading", "{b}")
						.queryParam("sentence", "{c}")
						.encode()
						.buildAndExpand(written, reading, sentence)
						.toUriString());
			model.addAttribute("heard", sentence.isBlank() ? written : sentence);
		}
		catch (InvalidReading ex) {
			model.addAttribute("problems", List.of(problem(ex, "")));
		}
		catch (CannotSpeak ex) {
			model.addAttribute("problems",
					List.of(Problem.refusal("sentence", String.valueOf(ex.getMessage()), "cannot be spoken")));
		}
		return "readings :: heard";
	}

	/** The same bytes of speech as on the air, by the dictionary with this entry. */
	@GetMapping("/heard.wav")
	ResponseEntity<Resource> sound(@RequestParam(defaultValue = "") String written,
			@RequestParam(defaultValue = "") String reading, @RequestParam(defaultValue = "") String sentence) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("audio/wav"))
			.cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate())
			.body(new ByteArrayResource(said(written, reading, sentence)));
	}

	private byte[] said(String written, String reading, String sentence) {
		String text = sentence.isBlank() ? written : sentence;
		if (text.length() > LONGEST) {
			throw new CannotSpeak("試しに聞けるのは" + LONGEST + "文字までです");
		}
		return this.voices.trial(text, this.dictionary, reading.isBlank() ? "" : written, reading).wav();
	}

	@ExceptionHandler({ InvalidReading.class, CannotSpeak.class })
	ResponseEntity<String> refused(RuntimeException cause) {
		return ResponseEntity.unprocessableContent()
			.contentType(MediaType.valueOf("text/plain;charset=UTF-8"))
			.body(cause.getMessage());
	}

}
