package jp.kodama.channel.sms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.kodama.audience.Recipient;
import jp.kodama.channel.sms.provider.Text;
import jp.kodama.delivery.Evidence;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Artifact;

/**
 * One text for one telephone, whoever shares it.
 *
 * @param key what must not be sent twice
 * @param text what leaves
 * @param recipients whom it is for: at least one
 */
record Job(Key key, Text text, List<Recipient> recipients) {

	/**
	 * The texts of a parcel, each number once for each language.
	 * @param unreadable takes a report of each recipient whose address is no number
	 */
	static List<Job> of(Parcel.Live parcel, List<Report> unreadable) {
		Map<Key, Job> jobs = new LinkedHashMap<>();
		boolean urgent = parcel.alert().urgent();
		for (Artifact artifact : parcel.artifacts()) {
			String words = artifact.text();
			int segments = Segments.of(words);
			for (Recipient one : artifact.to()) {
				Optional<String> number = Numbers.e164(one.address());
				if (number.isEmpty()) {
					unreadable.add(new Report(one, Evidence.FAILED, "", "電話番号ではありません / not a telephone number"));
					continue;
				}
				Key key = new Key(parcel.delivery().alert(), number.get(), artifact.language());
				jobs.computeIfAbsent(key,
						(it) -> new Job(it, new Text(it.number(), words, segments, urgent), new ArrayList<>()))
					.recipients()
					.add(one);
			}
		}
		return List.copyOf(jobs.values());
	}

	/** The same evidence of all who share the number. */
	List<Report> report(Evidence evidence, String id, String words) {
		return this.recipients.stream().map((one) -> new Report(one, evidence, id, words)).toList();
	}

	/**
	 * One alert reaches one number once in one language.
	 *
	 * @param alert its identifier
	 * @param number in E.164
	 * @param language of the words
	 */
	record Key(String alert, String number, String language) {
	}

}
