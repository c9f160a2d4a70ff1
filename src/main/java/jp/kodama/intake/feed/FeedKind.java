package jp.kodama.intake.feed;

import jp.kodama.intake.source.SourceKind;
import jp.kodama.intake.source.SourceSettings;

import org.springframework.stereotype.Component;

/** The kind {@code feed}. */
@Component
class FeedKind implements SourceKind {

	@Override
	public String name() {
		return "feed";
	}

	@Override
	public void check(SourceSettings source) {
		FeedSettings.of(source);
	}

}
