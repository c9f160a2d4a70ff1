package jp.kodama.channel.radio;

import java.nio.file.Files;
import java.nio.file.Path;

import jp.kodama.channel.radio.peer.Baresip;
import jp.kodama.channel.radio.peer.PeerProcess;
import jp.kodama.channel.radio.peer.Speakers;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Outcome;
import jp.kodama.speech.Sound;
import jp.kodama.speech.recognition.Ear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * One broadcast goes out to everything at once: three remote-control units that are
 * called, two groups of paging speakers, a console's folder. What they recorded holds the
 * siren and the words.
 */
class BroadcastReachesUnitsTests {

	@TempDir
	Path folder;

	@Test
	void whatEveryUnitRecordsHoldsTheSirenAndTheWords() throws Exception {
		Sound broadcast = OnTheAir.sirenAndWords(this.folder.resolve("town"));
		Path line = Files.createFile(this.folder.resolve("gpio"));
		Path pin = Files.writeString(this.folder.resolve("pin"), "4711");
		try (Baresip mu = unit("PCMU/8000/1");
				Baresip a = unit("PCMA/8000/1");
				Baresip wide = unit("G722/16000/1");
				Speakers narrow = Speakers.listening(this.folder.resolve("narrow"), "0 PCMU");
				Speakers clear = Speakers.listening(this.folder.resolve("clear"), "9 G722");
				OnTheAir radio = new OnTheAir(mu.uri() + "?dtmf=,{pin}*2,&pin=file:" + pin, a.uri(),
						wide.uri() + "?codec=G722,PCMU", narrow.uri() + "?interface=lo&contact=file:" + line,
						clear.uri() + "?interface=lo&codec=G722&ttl=0",
						"file:" + this.folder.resolve("drop") + "?encoding=alaw")) {
			Outcome outcome = radio.air(broadcast);
			assertThat(outcome).isInstanceOfSatisfying(Outcome.HandedOver.class,
					(done) -> assertThat(done.reports()).singleElement().satisfies((report) -> {
						assertThat(report.evidence()).isEqualTo(Evidence.HANDED_OVER);
						assertThat(report.detail()).contains("stayed to the end", "400/400, G722", "RTP 400/400, PCMU")
							.doesNotContain("4711");
					}));
			for (Baresip unit : new Baresip[] { mu, a, wide }) {
				holds(unit.heard(), broadcast);
			}
			holds(narrow.heard(), broadcast);
			holds(clear.heard(), broadcast);
			understood(wide.heard());
			assertThat(mu.printed()).contains("'4'", "'7'", "'1'", "'*'", "'2'");
			assertThat(line).as("the contact is open again").hasContent("0");
			assertThat(this.folder.resolve("drop")).isDirectoryRecursivelyContaining("glob:**broadcast.wav");
			assertThat(radio.meters().get("kodama.radio.rtp.lateness").tag("wire", "multicast").timer().count())
				.isEqualTo(2 * 400L);
		}
	}

	private Baresip unit(String codec) throws Exception {
		return Baresip.answering(this.folder.resolve(codec.substring(0, 4)), PeerProcess.freePort(), codec);
	}

	/**
	 * A recogniser hears 「こちらは、防災穴水です」 too. Only by G.722: of what a telephone leaves,
	 * Julius' models make other words; there the waves are compared.
	 */
	private static void understood(Sound recording) {
		try (Ear ear = new Ear()) {
			assumeTrue(ear.unavailable().isEmpty(), ear.unavailable());
			assertThat(ear.readings(recording)).containsSubsequence("コチラ", "ボーサイ", "デス");
		}
	}

	private static void holds(Sound recording, Sound broadcast) {
		assertThat(recording.seconds()).isGreaterThan(7);
		double siren = new Wave(recording).blasts().get(0)[0];
		assertThat(new Wave(recording).pitchAt(siren + 1.5)).as("siren").isCloseTo(500, within(3.0));
		Excerpt words = new Excerpt(broadcast, recording, 5.5);
		for (double second : new double[] { 3.9, 5.5, 7 }) {
			assertThat(words.likenessAt(second)).as("words at " + second).isGreaterThan(0.9);
		}
	}

}
