package jp.kodama.channel.radio.contact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A contact behind a file: the value of a GPIO line ({@code /sys/class/gpio/…/value}), or
 * a serial relay ({@code /dev/ttyS0}). The file must be there: a wrong path must not
 * become a new file that nobody listens to.
 *
 * @param file where to write
 * @param closed what closes it
 * @param open what opens it
 */
record FileContact(Path file, String closed, String open) implements ControlContact {

	@Override
	public void set(boolean close) throws IOException {
		String word = close ? this.closed : this.open;
		Files.write(this.file, (word + "\n").getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING);
	}

}
