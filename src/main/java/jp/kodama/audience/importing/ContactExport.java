package jp.kodama.audience.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jp.kodama.audience.residents.Consent;
import jp.kodama.audience.residents.ContactChannels;
import jp.kodama.audience.residents.Directory;
import jp.kodama.audience.residents.Groups;
import jp.kodama.audience.residents.Resident;

/** Writes all residents as a file that can be taken in again, here or elsewhere. */
public final class ContactExport {

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private final ContactChannels channels;

	private final Groups groups;

	private final Directory directory;

	public ContactExport(ContactChannels channels, Groups groups, Directory directory) {
		this.channels = channels;
		this.groups = groups;
		this.directory = directory;
	}

	/**
	 * UTF-8 with a mark, so that Excel reads it; a page of residents in memory at a time.
	 */
	public void write(OutputStream out) throws IOException {
		BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		try {
			writer.write("\uFEFF" + String.join(",", Header.names(this.channels)) + "\r\n");
			this.directory.each((one) -> row(one.resident(), writer));
			writer.flush();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private void row(Resident one, BufferedWriter writer) {
		boolean said = one.consent().state() != Consent.State.NONE;
		List<String> cells = new ArrayList<>(List.of(one.number(), one.name(), one.language(), one.home().district(),
				one.home().groups().stream().map(this.groups::japanese).collect(Collectors.joining(";")),
				switch (one.consent().state()) {
					case NONE -> "なし";
					case GIVEN -> "あり";
					case WITHDRAWN -> "撤回";
				}, said ? one.consent().how() : "",
				said ? LocalDate.ofInstant(one.consent().at(), JAPAN).toString() : "", one.quiet().text()));
		this.channels.all()
			.forEach((channel) -> cells.add(String.join(";", one.addresses().getOrDefault(channel.id(), List.of()))));
		try {
			writer.write(cells.stream().map(Formula::written).collect(Collectors.joining(",")) + "\r\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
