package jp.kodama.audience;

import java.util.List;
import java.util.Map;

/**
 * A municipality and the codes that telegrams know it by.
 *
 * @param jis five digits, JIS X 0402
 * @param name {@code 穴水町}
 * @param kana its reading
 * @param english {@code Anamizu Town}
 * @param codes code system → the codes of this municipality and of every area that
 * contains it (forecast areas, tsunami coasts, quake regions …)
 * @param districts its districts (地区)
 */
public record Municipality(String jis, String name, String kana, String english, Map<String, List<String>> codes,
		List<District> districts) {

	public Municipality {
		codes = Map.copyOf(codes);
		districts = List.copyOf(districts);
	}

	/**
	 * A district of a municipality.
	 *
	 * @param name as residents write it
	 * @param kana as the radio says it
	 * @param english as foreigners read it
	 */
	public record District(String name, String kana, String english) {
	}

}
