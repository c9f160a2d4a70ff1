package jp.kodama.audience.importing;

/** A file none of whose rows can be read; the message is worded for officers. */
public class UnusableFile extends RuntimeException {

	UnusableFile(String message) {
		super(message);
	}

}
