package jp.kodama.bench.speech;

import java.util.List;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Figures;

/**
 * Speech: how well it is understood again ({@code roundtrip}), through the wires ({@code wires}),
 * in noise ({@code noise}), and how fast, beside the bare engines ({@code speed}). Arguments: which of them; all if
 * none.
 */
public final class Run implements Bench.Workload {

	@Override
	public Figures run(List<String> arguments) throws Exception {
		Figures figures = new Figures();
		try (Parts parts = new Parts()) {
			for (String language : List.of("ja", "en")) {
				String missing = parts.recognizers().unavailable(language) + parts.voices().unavailable(language);
				if (!missing.isEmpty()) {
					throw new IllegalStateException(missing);
				}
			}
			if (arguments.isEmpty() || arguments.contains("speed")) {
				new Speed(parts).run(figures);
			}
			if (arguments.isEmpty() || arguments.contains("roundtrip")) {
				new RoundTrip(parts).run(figures);
			}
			if (arguments.isEmpty() || arguments.contains("wires")) {
				new Wires(parts).run(figures);
			}
			if (arguments.isEmpty() || arguments.contains("noise")) {
				new Noise(parts).run(figures);
			}
		}
		return figures;
	}

}
