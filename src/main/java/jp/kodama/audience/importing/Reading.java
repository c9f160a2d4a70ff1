package jp.kodama.audience.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import jp.kodama.audience.residents.Resident;
import jp.kodama.audience.residents.Residents;

/**
 * One pass over a file: rows in groups, each row good or bad. Memory does not grow with
 * the file but by twelve bytes for each number and address.
 */
final class Reading {

	private final Residents residents;

	private final SeenBefore seen = new SeenBefore();

	private final CsvParser parser;

	Reading(Residents residents) {
		this.residents = residents;
		CsvParserSettings settings = new CsvParserSettings();
		settings.setMaxCharsPerColumn(CsvLines.LONGEST + 1);
		settings.setNullValue("");
		settings.setEmptyValue("");
		this.parser = new CsvParser(settings);
	}

	/**
	 * Reads it to the end.
	 * @throws UnusableFile if it has no rows that could be read
	 */
	void run(Path file, Format format, Taker taker) throws IOException {
		try (CsvLines lines = new CsvLines(file, format.charset)) {
			Header header = header(lines, format);
			RowReader reader = new RowReader(format.terms);
			List<Row> group = new ArrayList<>();
			for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
				group.add(row(line, header, reader));
				if (group.size() == Residents.AT_ONCE) {
					give(group, taker);
				}
			}
			give(group, taker);
		}
	}

	private Header header(CsvLines lines, Format format) throws IOException {
		CsvLines.Line first = lines.next();
		if (first == null || !first.fault().isEmpty()) {
			throw new UnusableFile(
					"1行目の見出しが読めません / header: " + ((first != null) ? first.fault() : "the file is empty"));
		}
		return Header.of(this.parser.parseLine(first.text()), format.channels);
	}

	private Row row(CsvLines.Line line, Header header, RowReader reader) {
		List<Fault> faults = new ArrayList<>();
		if (!line.fault().isEmpty()) {
			faults.add(new Fault(line.number(), "", line.text(), line.fault()));
			return new Row(line.number(), null, faults);
		}
		String[] fields = this.parser.parseLine(line.text());
		if (fields == null || fields.length != header.width()) {
			faults.add(new Fault(line.number(), "", line.text(), "列の数が違います / fields: "
					+ ((fields != null) ? fields.length : 0) + "（見出し / header: " + header.width() + "）"));
			return new Row(line.number(), null, faults);
		}
		Resident resident = reader.read(new Cells(line.number(), header, fields, faults));
		if (faults.isEmpty()) {
			once(line.number(), resident, faults);
		}
		return new Row(line.number(), resident, faults);
	}

	private void once(int line, Resident resident, List<Fault> faults) {
		int before = this.seen.put("number " + resident.number(), line);
		if (before > 0) {
			faults.add(new Fault(line, Column.NUMBER.japanese(), resident.number(), same(before)));
		}
		resident.addresses().forEach((channel, addresses) -> addresses.forEach((address) -> {
			int there = this.seen.put(channel + " " + address, line);
			if (there > 0) {
				faults.add(new Fault(line, channel, address, same(there)));
			}
		}));
	}

	private static String same(int line) {
		return line + "行目と同じです / the same as in line " + line;
	}

	private void give(List<Row> group, Taker taker) throws IOException {
		held(group);
		taker.take(List.copyOf(group));
		group.clear();
	}

	/** An address that another resident has already is not taken from them. */
	private void held(List<Row> group) {
		List<Row> good = group.stream().filter(Row::good).toList();
		Map<String, Long> ids = this.residents.ids(good.stream().map((row) -> row.resident().number()).toList());
		Map<String, List<String>> asked = new HashMap<>();
		good.forEach((row) -> row.resident()
			.addresses()
			.forEach((channel, addresses) -> asked.computeIfAbsent(channel, (id) -> new ArrayList<>())
				.addAll(addresses)));
		Map<String, Map<String, Long>> holders = new HashMap<>();
		asked.forEach((channel, addresses) -> holders.put(channel, this.residents.holders(channel, addresses)));
		good.forEach(
				(row) -> row.resident().addresses().forEach((channel, addresses) -> addresses.forEach((address) -> {
					Long holder = holders.getOrDefault(channel, Map.of()).get(address);
					if (holder != null && !holder.equals(ids.get(row.resident().number()))) {
						row.faults()
							.add(new Fault(row.line(), channel, address, "他の住民の宛先です / another resident's address"));
					}
				})));
	}

	/**
	 * How a file is to be read.
	 *
	 * @param charset its letters
	 * @param channels whose addresses it may hold
	 * @param terms what its words mean
	 */
	record Format(Charset charset, jp.kodama.audience.residents.ContactChannels channels, RowReader.Terms terms) {
	}

	/** Gets the rows. */
	interface Taker {

		void take(List<Row> rows) throws IOException;

	}

}
