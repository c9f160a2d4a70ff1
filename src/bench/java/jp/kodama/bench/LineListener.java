package jp.kodama.bench;

import java.util.List;
import java.util.concurrent.Flow;


/** Notes when each new playlist was announced on an event stream. */
class LineListener implements Flow.Subscriber<String> {

	private final List<Sink.Arrival> arrivals;

	private boolean playlist;

	LineListener(List<Sink.Arrival> arrivals) {
		this.arrivals = arrivals;
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(String line) {
		if (line.startsWith("event:")) {
			this.playlist = line.endsWith("playlist");
		}
		else if (line.startsWith("data:") && this.playlist) {
			this.arrivals.add(new Sink.Arrival(System.nanoTime(), line));
		}
	}

	@Override
	public void onError(Throwable failure) {
		System.err.println("the event stream broke: " + failure);
	}

	@Override
	public void onComplete() {
		this.playlist = false;
	}

}
