package jp.kodama.bench.entry;

import java.util.List;
import java.util.concurrent.Flow;

import jp.kodama.bench.Sink;

/** Notes when each line of an event stream came. */
class LineListener implements Flow.Subscriber<String> {

	private final List<Sink.Arrival> arrivals;

	LineListener(List<Sink.Arrival> arrivals) {
		this.arrivals = arrivals;
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(String line) {
		this.arrivals.add(new Sink.Arrival(System.nanoTime(), line));
	}

	@Override
	public void onError(Throwable failure) {
		System.err.println("the event stream broke: " + failure);
	}

	@Override
	public void onComplete() {
		System.err.println("the event stream ended");
	}

}
