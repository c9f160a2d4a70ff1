package jp.kodama.backchannel;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jp.kodama.alert.AlertJournal;
import jp.kodama.alert.JournalEntry;
import jp.kodama.alert.State;
import jp.kodama.backchannel.monitor.Hearing;
import jp.kodama.backchannel.monitor.MonitorState;
import jp.kodama.backchannel.monitor.Monitors;
import jp.kodama.backchannel.transcript.LiveLine;
import jp.kodama.backchannel.transcript.LiveText;
import jp.kodama.backchannel.transcript.Transcript;
import jp.kodama.backchannel.transcript.Transcripts;
import jp.kodama.speech.Recognizers;
import jp.kodama.speech.Sound;
import jp.kodama.speech.Voices;
import jp.kodama.testing.Outdoors;
import jp.kodama.testing.RadioTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Announcements come over a paging system: Japanese by multicast, which goes out by
 * itself as the town has set, English by unicast, and a recording in a file. The
 * recogniser is killed in the middle.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // start() sets them, or skips the tests
class PagedAnnouncementTests {

	private static final String GROUP = "239.255.17.46";

	private final int multicast = port(45_000);

	private final int unicast = port(this.multicast + 2);

	private final List<Process> pages = new ArrayList<>();

	private RadioTown kodama;

	private Path folder;

	@BeforeAll
	void start(@TempDir Path folder) throws IOException {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "no ffmpeg: apt-get install ffmpeg");
		this.folder = folder;
		this.kodama = RadioTown.start(folder, """
				monitors:
				  archive: {kind: folder, rehearsal: true, address: '%s'}
				  direct: {kind: rtp, rehearsal: true, address: '127.0.0.1:%d', language: en}
				  paging: {kind: rtp, rehearsal: true, address: '%s:%d', network-interface: 127.0.0.1}
				transcripts: {release: automatic, confidence: 0.2, word-confidence: 0.05}
				""".formatted(folder.resolve("archive"), this.unicast, GROUP, this.multicast));
		for (String language : List.of("ja", "en")) {
			String unavailable = this.kodama.bean(Recognizers.class).unavailable(language)
					+ this.kodama.bean(Voices.class).unavailable(language);
			assumeTrue(unavailable.isEmpty(), unavailable);
		}
	}

	@AfterAll
	void stop() {
		this.pages.forEach(Process::destroyForcibly);
		if (this.kodama != null) {
			this.kodama.close();
		}
	}

	@Test
	void aPageByMulticastIsHeardThoughJuliusIsKilledAndGoesOutMarkedAndNeverOnTheRadio() throws IOException {
		await().until(() -> monitor("paging").hearing() == Hearing.WAITING);
		page(announcement("ja", "こちらは、ぼうさいあなみずです。", "給水は、諸橋公民館で行います。"), "g722", GROUP + ":" + this.multicast);
		await().until(() -> monitor("paging").hearing() == Hearing.SOUND);
		await().until(() -> live("paging").stream().anyMatch((line) -> line.onAir() && !line.text().isEmpty()));
		List<ProcessHandle> killed = juliuses();
		assertThat(killed).isNotEmpty();
		killed.forEach(ProcessHandle::destroyForcibly);

		Transcript transcript = await().until(() -> transcripts("paging"), (all) -> !all.isEmpty()).get(0);
		assertThat(transcript.text()).startsWith("こちら").contains("給水", "諸橋", "公民館");
		assertThat(transcript.state()).isEqualTo(Transcript.State.RELEASED);
		JournalEntry alert = this.kodama.bean(AlertJournal.class).find(transcript.alert()).orElseThrow();
		assertThat(alert.state()).isEqualTo(State.RELEASED);
		assertThat(alert.alert().main().text().headline()).startsWith("【自動文字起こし");
		await().until(() -> written("website").contains("自動文字起こし"));
		assertThat(this.kodama.home().resolve("rehearsal/radio")).doesNotExist();
		await().until(() -> monitor("paging").hearing() == Hearing.WAITING);
		assertThat(monitor("paging").trouble()).isEmpty();
	}

	@Test
	void aPageByUnicastIsHeardAndWhatIsNotJapaneseWaits() throws IOException {
		await().until(() -> monitor("direct").hearing() == Hearing.WAITING);
		page(announcement("en", "Attention please. The water will be cut off tomorrow."), "pcm_mulaw",
				"127.0.0.1:" + this.unicast);
		Transcript transcript = await().until(() -> transcripts("direct"), (all) -> !all.isEmpty()).get(0);
		assertThat(transcript.text()).contains("water");
		assertThat(transcript.state()).isEqualTo(Transcript.State.WAITING);
	}

	@Test
	void aFlacFileIsHeard() throws Exception {
		Path wav = announcement("ja", "給水は、諸橋公民館で行います。");
		Path flac = wav.resolveSibling("recorded.flac");
		assertThat(new ProcessBuilder("ffmpeg", "-v", "error", "-i", wav.toString(), flac.toString()).start().waitFor())
			.isZero();
		RadioTown.drop(this.folder.resolve("archive"), "recorded.flac", Files.readAllBytes(flac));
		Transcript transcript = await().until(() -> transcripts("archive"), (all) -> !all.isEmpty()).get(0);
		assertThat(transcript.text()).as("no chime in words").startsWith("給水").contains("諸橋").endsWith("ます");
		assertThat(this.folder.resolve("archive/processed/recorded.flac")).exists();
	}

	private Path announcement(String language, String... lines) throws IOException {
		List<Sound> parts = new ArrayList<>(List.of(Outdoors.chime(), Outdoors.pause(1)));
		for (String line : lines) {
			this.kodama.bean(Voices.class).speak(line, language, Outdoors.RATE).forEach((one) -> {
				parts.add(one.levelled(-20));
				parts.add(Outdoors.pause(0.7));
			});
		}
		parts.add(Outdoors.chimeDown());
		parts.add(Outdoors.pause(2));
		return Files.write(Files.createTempFile(this.folder, "announcement", ".wav"), Sound.join(parts).wav());
	}

	/** As a paging system sends: in real time, and nothing before and after. */
	private void page(Path announcement, String codec, String to) throws IOException {
		this.pages.add(new ProcessBuilder("ffmpeg", "-nostdin", "-v", "error", "-re", "-i", announcement.toString(),
				"-ac", "1", "-ar", codec.equals("g722") ? "16000" : "8000", "-c:a", codec, "-f", "rtp",
				"rtp://" + to + "?ttl=0&localaddr=127.0.0.1")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start());
	}

	private MonitorState monitor(String id) {
		return this.kodama.bean(Monitors.class)
			.all()
			.stream()
			.filter((one) -> one.id().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private List<LiveLine> live(String monitor) {
		return this.kodama.bean(LiveText.class)
			.lines()
			.stream()
			.filter((one) -> one.monitor().equals(monitor))
			.toList();
	}

	private List<Transcript> transcripts(String monitor) {
		return this.kodama.bean(Transcripts.class)
			.latest(20)
			.stream()
			.filter((one) -> one.monitor().equals(monitor))
			.toList();
	}

	private static List<ProcessHandle> juliuses() {
		return ProcessHandle.current()
			.children()
			.filter((one) -> one.info().command().orElse("").endsWith("/julius"))
			.toList();
	}

	private String written(String channel) throws IOException {
		StringBuilder all = new StringBuilder();
		Path rehearsals = this.kodama.home().resolve("rehearsal").resolve(channel);
		if (Files.isDirectory(rehearsals)) {
			try (Stream<Path> files = Files.walk(rehearsals)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					all.append(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8));
				}
			}
		}
		return all.toString();
	}

	/** Free for RTP, and the next one for its reports. */
	private static int port(int from) {
		for (int port = from; port < 50_000; port += 2) {
			try (DatagramSocket rtp = new DatagramSocket(port, InetAddress.getLoopbackAddress());
					DatagramSocket reports = new DatagramSocket(port + 1, InetAddress.getLoopbackAddress())) {
				return rtp.getLocalPort();
			}
			catch (IOException ex) {
				// Taken: the next one.
			}
		}
		throw new IllegalStateException("no two ports free");
	}

}
