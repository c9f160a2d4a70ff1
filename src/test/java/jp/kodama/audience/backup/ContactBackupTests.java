package jp.kodama.audience.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jp.kodama.audience.Townsfolk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The drill: the machine is gone, the backup is there. */
class ContactBackupTests {

	private static final String WORDS = "umi no mieru oka no ue";

	@TempDir
	Path folder;

	@Test
	void whatWasLostComesBackTheSameOnAnotherMachine() throws IOException {
		Townsfolk town = Townsfolk.in(Files.createDirectory(this.folder.resolve("a")));
		town.residents()
			.put(IntStream.range(0, 240)
				.mapToObj((i) -> Townsfolk.resident("N-" + i, "email", i + "@example.jp"))
				.toList());
		town.jdbc()
			.update("INSERT INTO suppression (channel, address, reason, since, lifted) VALUES ('email', '5@example.jp', 'bounce', 7, '')");
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		long rows = town.backup().write(file, WORDS);
		assertThat(rows).isEqualTo(240 + 240 + 1);
		assertThat(file.toString(StandardCharsets.ISO_8859_1)).startsWith("KODAMA-CONTACTS-1\n")
			.doesNotContain("example");

		Townsfolk other = Townsfolk.in(Files.createDirectory(this.folder.resolve("b")));
		assertThat(other.backup().check(in(file.toByteArray()), WORDS)).isEqualTo(rows);
		assertThat(other.backup().restore(in(file.toByteArray()), WORDS)).isEqualTo(rows);
		for (String table : List.of("resident", "recipient", "resident_group", "suppression")) {
			assertThat(rows(other, table)).as(table).isEqualTo(rows(town, table));
		}
		other.residents().put(List.of(Townsfolk.resident("new", "email", "new@example.jp")));
		assertThat(other.directory().count()).as("numbers go on where they were").isEqualTo(241);
	}

	@Test
	void aWrongPassphraseAndEveryDamageAreToldBeforeAnythingIsTouched() throws IOException {
		Townsfolk town = Townsfolk.in(this.folder);
		town.residents()
			.put(IntStream.range(0, 200)
				.mapToObj((i) -> Townsfolk.resident("N-" + i, "email", i + "@example.jp"))
				.toList());
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		town.backup().write(out, WORDS);
		byte[] file = out.toByteArray();
		assertThatThrownBy(() -> town.backup().check(in(file), "umi no mieru oka no shita"))
			.isInstanceOf(IOException.class)
			.hasMessageContaining("合言葉");
		for (int at : new int[] { 40, file.length / 2, file.length - 1 }) {
			byte[] damaged = file.clone();
			damaged[at] ^= 1;
			assertThatThrownBy(() -> town.backup().check(in(damaged), WORDS)).as("byte " + at)
				.isInstanceOf(IOException.class);
		}
		assertThatThrownBy(() -> town.backup().check(in(Arrays.copyOf(file, file.length - 20)), WORDS))
			.isInstanceOf(IOException.class);
		assertThatThrownBy(() -> town.backup().check(in("no backup".getBytes(StandardCharsets.UTF_8)), WORDS))
			.hasMessageContaining("バックアップではありません");
		assertThatThrownBy(() -> town.backup().write(new ByteArrayOutputStream(), "short"))
			.hasMessageContaining("12文字");
	}

	@Test
	void aFileCutOffBetweenTwoChunksIsNotWhole() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (EncryptingStream stream = new EncryptingStream(out, FileKey.fresh(WORDS))) {
			stream.write(new byte[2 * FileKey.CHUNK + 1]);
		}
		byte[] cut = Arrays.copyOf(out.toByteArray(), FileKey.BEGINNING + FileKey.CHUNK + FileKey.TAG);
		try (DecryptingStream stream = new DecryptingStream(in(cut), WORDS)) {
			assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
		}
		try (DecryptingStream stream = new DecryptingStream(in(out.toByteArray()), WORDS)) {
			assertThat(stream.readAllBytes()).hasSize(2 * FileKey.CHUNK + 1);
		}
	}

	private static ByteArrayInputStream in(byte[] bytes) {
		return new ByteArrayInputStream(bytes);
	}

	private static List<Map<String, Object>> rows(Townsfolk town, String table) {
		return town.jdbc().queryForList("SELECT * FROM " + table + " ORDER BY 1, 2");
	}

}
