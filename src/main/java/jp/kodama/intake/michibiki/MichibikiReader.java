package jp.kodama.intake.michibiki;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

import jp.kodama.intake.xml.Unreadable;
import jp.kodama.policy.Bulletin;

/** Reads one sentence of Michibiki. */
public final class MichibikiReader {

	private static final int DCR = 43;

	private static final int DCX = 44;

	private final DcrReader dcr;

	private final DcxReader dcx;

	/**
	 * Reads the code lists.
	 * @param config the folder {@code config}
	 */
	public MichibikiReader(Path config) {
		this.dcr = new DcrReader(new CodeLists(config, "dcr"));
		this.dcx = new DcxReader(new CodeLists(config, "dcx"));
	}

	/** Whether bytes are meant to be a sentence of Michibiki. */
	public static boolean meant(byte[] bytes) {
		byte[] opening = Sentence.OPENING.getBytes(StandardCharsets.US_ASCII);
		return bytes.length >= opening.length
				&& java.util.Arrays.equals(bytes, 0, opening.length, opening, 0, opening.length);
	}

	/**
	 * What a sentence says, whichever satellite says it: what tells a repetition.
	 * @throws Unreadable if it is damaged
	 */
	public static String said(byte[] bytes) throws Unreadable {
		return Sentence.read(bytes).said();
	}

	/**
	 * What a sentence says.
	 * @param received when it came: it names no year, or only a day of the week
	 * @throws Unreadable if it is damaged, or of a type that is no report
	 */
	public Bulletin read(byte[] bytes, Instant received) throws Unreadable {
		Sentence sentence = Sentence.read(bytes);
		return switch (sentence.type()) {
			case DCR -> this.dcr.read(sentence.bits(), received);
			case DCX -> this.dcx.read(new Dcx(sentence.bits()), received);
			default -> throw new Unreadable("災危通報ではない電文です（種別" + sentence.type() + "）",
					"message type " + sentence.type() + " is no disaster report");
		};
	}

}
