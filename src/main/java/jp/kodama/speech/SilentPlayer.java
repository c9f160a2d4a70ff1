package jp.kodama.speech;

import javax.sound.sampled.AudioFormat;

import com.sun.speech.freetts.audio.AudioPlayer;

/** What FreeTTS asks of a loudspeaker, and this machine has none. */
abstract class SilentPlayer implements AudioPlayer {

	private AudioFormat format = new AudioFormat(16000, 16, 1, true, true);

	private float volume = 1;

	@Override
	public void setAudioFormat(AudioFormat format) {
		this.format = format;
	}

	@Override
	public AudioFormat getAudioFormat() {
		return this.format;
	}

	@Override
	public boolean write(byte[] data) {
		return write(data, 0, data.length);
	}

	@Override
	public float getVolume() {
		return this.volume;
	}

	@Override
	public void setVolume(float volume) {
		this.volume = volume;
	}

	@Override
	public long getTime() {
		return -1;
	}

	@Override
	public boolean drain() {
		return true;
	}

	@Override
	public boolean end() {
		return true;
	}

	@Override
	public void begin(int size) {
		// Nothing to prepare.
	}

	@Override
	public void pause() {
		// Nothing plays.
	}

	@Override
	public void resume() {
		// Nothing plays.
	}

	@Override
	public void reset() {
		// Nothing plays.
	}

	@Override
	public void cancel() {
		// Nothing plays.
	}

	@Override
	public void close() {
		// Nothing is open.
	}

	@Override
	public void resetTime() {
		// No clock.
	}

	@Override
	public void startFirstSampleTimer() {
		// No clock.
	}

	@Override
	public void showMetrics() {
		// No figures.
	}

}
