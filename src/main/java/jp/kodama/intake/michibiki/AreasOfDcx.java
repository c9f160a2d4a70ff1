package jp.kodama.intake.michibiki;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.kodama.policy.Bulletin.Place;

/**
 * Whom a DCX message concerns, in code systems that the policy knows. Empty if any of it
 * cannot be placed: an ellipse, an unknown number.
 */
final class AreasOfDcx {

	/** Of config/areas/code-systems.csv: municipalities, JIS X 0402. */
	static final String MUNICIPALITY = "JISX0402";

	/** The same: prefectures, by the first two digits of JIS X 0402. */
	static final String PREFECTURE = "地震情報／都道府県等";

	private static final int LISTED = 4;

	private final Dcx message;

	private final CodeLists lists;

	AreasOfDcx(Dcx message, CodeLists lists) {
		this.message = message;
		this.lists = lists;
	}

	Optional<List<Place>> places() {
		boolean list = this.lists.field("providers", this.message.provider(), "areas")
			.filter("list"::equals)
			.isPresent();
		List<Place> places = new ArrayList<>();
		boolean whole = list ? (this.message.listsMunicipalities() ? municipalities(places) : prefectures(places))
				: !this.message.ellipse() && municipality(this.message.municipality(), places);
		return (whole && !places.isEmpty()) ? Optional.of(places) : Optional.empty();
	}

	private boolean municipalities(List<Place> places) {
		boolean whole = true;
		for (int i = 0; i < LISTED; i++) {
			int code = this.message.listed(i);
			whole &= code == 0 || municipality(code, places);
		}
		return whole;
	}

	/** The first 47 bits, 沖縄県 first, 北海道 last; the rest is not used. */
	private boolean prefectures(List<Place> places) {
		List<String> names = this.lists.words("prefectures");
		int unused = Long.SIZE - names.size();
		long areas = this.message.areas() >>> unused;
		for (int i = 0; i < names.size(); i++) {
			if ((areas >> i & 1) == 1) {
				places.add(place(PREFECTURE, "%02d".formatted(i + 1), names.get(i)));
			}
		}
		return areas << unused == this.message.areas();
	}

	/**
	 * A code of a whole prefecture ends in 000; a ward (政令指定都市の区) counts as its city,
	 * whose code ends in 00 or, where it has more wards, in the next lower ten.
	 */
	private boolean municipality(int code, List<Place> places) {
		String jis = "%05d".formatted(code);
		List<String> names = this.lists.words("prefectures");
		int prefecture = code / 1000;
		if (prefecture < 1 || prefecture > names.size()) {
			return false;
		}
		if (code % 1000 == 0) {
			places.add(place(PREFECTURE, jis.substring(0, 2), names.get(prefecture - 1)));
			return true;
		}
		for (int ten = code; ten >= code - code % 100; ten = (ten - 1) / 10 * 10) {
			String city = "%05d".formatted(ten);
			Optional<String> name = this.lists.municipality(city);
			if (name.isPresent()) {
				places.add(place(MUNICIPALITY, city, name.get()));
				return true;
			}
			if (ten % 100 == 0) {
				break;
			}
		}
		return false;
	}

	private static Place place(String system, String code, String name) {
		return new Place(system, "", code, name, true);
	}

}
