package jp.kodama.speech;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the voices.
 *
 * @param openJtalk the Japanese voice
 * @param wordsPerMinute how fast English is spoken; slower than indoors
 * @param cache how much speech is kept in memory, so that a repeat costs nothing
 */
@ConfigurationProperties("kodama.speech")
record SpeechProperties(@DefaultValue OpenJTalk openJtalk, @DefaultValue("130") int wordsPerMinute,
		@DefaultValue("32MB") DataSize cache) {

	/**
	 * Where Open JTalk is and how it speaks. A path that is empty is searched for.
	 *
	 * @param command the program; else {@code open_jtalk} on the PATH
	 * @param dictionary the dictionary folder; else Debian's
	 * @param voice the {@code .htsvoice} file; else the first under
	 * {@code <kodama.parts>/voices}, then under {@code /usr/share/hts-voice}
	 * @param speed 1 is the speed of talk indoors
	 * @param timeout how long one sentence may take
	 */
	record OpenJTalk(@DefaultValue("") String command, @DefaultValue("") String dictionary,
			@DefaultValue("") String voice, @DefaultValue("0.9") double speed, @DefaultValue("20s") Duration timeout) {
	}

}
