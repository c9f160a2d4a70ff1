package jp.kodama.audience.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.kodama.audience.Municipality;
import jp.kodama.audience.residents.ContactChannel;
import jp.kodama.audience.residents.ContactChannels;
import jp.kodama.audience.residents.Groups;
import jp.kodama.audience.residents.Resident;
import jp.kodama.audience.residents.Residents;

/**
 * Checks a file of residents, and takes it in. Taking in goes group by group, so that an
 * alert never waits for it; what was taken in before a crash is found and left as it is
 * by the next try.
 */
public final class ContactImport {

	private static final int PREVIEWED = 5;

	private final ContactChannels channels;

	private final Groups groups;

	private final Municipality town;

	private final Residents residents;

	public ContactImport(ContactChannels channels, Groups groups, Municipality town, Residents residents) {
		this.channels = channels;
		this.groups = groups;
		this.town = town;
		this.residents = residents;
	}

	/**
	 * Reads every row, changes nothing.
	 * @param bad gets a CSV of every bad row by line and field
	 * @return the letters the file is written in
	 * @throws UnusableFile if it cannot be read at all
	 */
	public String check(Path file, Path bad, Progress progress) throws IOException {
		Charset charset = CsvCharset.of(file);
		try (BufferedWriter list = Files.newBufferedWriter(bad)) {
			list.write("\uFEFF行,列,内容,理由\r\n");
			new Reading(this.residents).run(file, format(charset, "", Instant.EPOCH), (rows) -> {
				if (progress.rows() == 0) {
					progress.preview(rows.stream()
						.filter(Row::good)
						.limit(PREVIEWED)
						.map((row) -> words(row.resident()))
						.toList());
				}
				progress.add(rows);
				for (Row row : rows) {
					write(row.faults(), list);
				}
			});
		}
		return charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : "Shift_JIS";
	}

	/**
	 * Takes in the good rows.
	 * @param by who says so: how consent was given, where the file does not say
	 */
	public void take(Path file, String by, Instant now, Progress progress) throws IOException {
		Charset charset = CsvCharset.of(file);
		new Reading(this.residents).run(file, format(charset, "CSV " + by, now), (rows) -> {
			List<Resident> good = rows.stream().filter(Row::good).map(Row::resident).toList();
			if (!good.isEmpty()) {
				this.residents.put(good);
			}
			progress.add(rows);
			progress.keep(good.size());
		});
	}

	private Reading.Format format(Charset charset, String source, Instant now) {
		Set<String> districts = this.town.districts()
			.stream()
			.map(Municipality.District::name)
			.collect(Collectors.toSet());
		return new Reading.Format(charset, this.channels,
				new RowReader.Terms(this.channels.languages(), districts, this.groups, source, now));
	}

	/** As a row was understood, its addresses masked. */
	private String words(Resident one) {
		String addresses = one.addresses()
			.entrySet()
			.stream()
			.flatMap((channel) -> channel.getValue()
				.stream()
				.map((address) -> this.channels.japanese(channel.getKey()) + " " + ContactChannel.masked(address)))
			.collect(Collectors.joining("、"));
		return String.join("　", one.number(), one.name(), one.language(), one.home().district(),
				one.home().groups().stream().map(this.groups::japanese).collect(Collectors.joining("・")),
				one.consent().state().japanese(), one.quiet().text(), addresses);
	}

	private static void write(List<Fault> faults, Writer list) throws IOException {
		for (Fault one : faults) {
			list.write(one.line() + "," + Formula.written(one.field()) + "," + Formula.written(one.value()) + ","
					+ Formula.written(one.reason()) + "\r\n");
		}
	}

}
