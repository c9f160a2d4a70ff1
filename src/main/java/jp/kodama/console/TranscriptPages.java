package jp.kodama.console;

import java.security.Principal;

import jp.kodama.approval.Message;
import jp.kodama.backchannel.transcript.Transcript;
import jp.kodama.backchannel.transcript.Transcripts;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One transcript: an officer hears it, corrects it, and makes it a draft. */
@Controller
@RequestMapping("/monitors/transcripts/{id}")
class TranscriptPages {

	private final Transcripts transcripts;

	TranscriptPages(Transcripts transcripts) {
		this.transcripts = transcripts;
	}

	@GetMapping
	String page(@PathVariable String id, Model model) {
		Transcript transcript = this.transcripts.find(id).orElseThrow(NotFound::new);
		model.addAttribute("transcript", transcript);
		model.addAttribute("message", this.transcripts.proposed(transcript));
		return "transcript";
	}

	@PostMapping("/write")
	String write(@PathVariable String id, @RequestParam String headline,
			@RequestParam(defaultValue = "") String instruction, @RequestParam(defaultValue = "") String description,
			Principal officer) {
		String alert = this.transcripts.write(id, new Message(headline, instruction, description), officer.getName());
		return "redirect:/alerts/" + alert + "/preview";
	}

	@PostMapping("/discard")
	String discard(@PathVariable String id, Principal officer) {
		this.transcripts.discard(id, officer.getName());
		return "redirect:/monitors";
	}

}
