package jp.kodama.intake.contact;

import java.time.Duration;

import jp.kodama.intake.contact.Contact.Change;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A relay that closes, bounces and rests. */
class ContactTests {

	private final Contact contact = new Contact(Duration.ofMillis(100), false);

	@Test
	void aClosingCountsOnceItHasSettled() {
		assertThat(look(true, 0)).isEqualTo(Change.NONE);
		assertThat(look(true, 99)).isEqualTo(Change.NONE);
		assertThat(look(true, 100)).isEqualTo(Change.CLOSED);
	}

	@Test
	void whatBouncesIsCountedOnceItRests() {
		for (int at = 0; at < 200; at += 10) {
			assertThat(look(at % 20 == 0, at)).isEqualTo(Change.NONE);
		}
		assertThat(look(true, 200)).isEqualTo(Change.NONE);
		assertThat(look(true, 300)).isEqualTo(Change.CLOSED);
	}

	@Test
	void aTouchShorterThanThatNeverHappened() {
		look(true, 0);
		look(false, 50);
		assertThat(look(false, 500)).isEqualTo(Change.NONE);
	}

	@Test
	void aClosingIsFoundAgainUntilItIsDealtWithAndThenNoMore() {
		look(true, 0);
		assertThat(look(true, 100)).isEqualTo(Change.CLOSED);
		assertThat(look(true, 120)).isEqualTo(Change.CLOSED);
		this.contact.settle(true);
		assertThat(look(true, 140)).isEqualTo(Change.NONE);
		look(false, 200);
		assertThat(look(false, 300)).isEqualTo(Change.OPENED);
	}

	@Test
	void howItStandsWhenItIsFirstEverLookedAtIsHowItRests() {
		Contact unknown = new Contact(Duration.ofMillis(100), null);
		unknown.look(true, 5);
		assertThat(unknown.look(true, 105)).isEqualTo(Change.FIRST);
	}

	private Change look(boolean closed, long millis) {
		return this.contact.look(closed, millis);
	}

}
