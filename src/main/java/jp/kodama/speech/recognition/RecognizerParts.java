package jp.kodama.speech.recognition;

import java.nio.file.Path;

/** The command that installs what recognisers need. */
final class RecognizerParts {

	private RecognizerParts() {
	}

	static String mend(Path parts) {
		return "./kodama setup --recognizers (" + parts + ")";
	}

}
