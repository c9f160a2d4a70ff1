package jp.kodama.intake.xml;

/** A message was refused. Says what is wrong with it, in Japanese and in English. */
public class Unreadable extends Exception {

	private static final long serialVersionUID = 1L;

	/** A refusal; both texts name the element at fault where there is one. */
	public Unreadable(String japanese, String english) {
		super(japanese + " / " + english);
	}

}
