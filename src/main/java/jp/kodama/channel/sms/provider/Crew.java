package jp.kodama.channel.sms.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The threads that carry texts to one provider, at its pace, what is urgent first. They
 * are kept between batches and end when nothing has been sent for a while.
 */
public final class Crew implements AutoCloseable {

	/** A provider that asks for a longer pause is tried again later, or another is. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final AtomicLong count = new AtomicLong();

	private final ProviderAddress address;

	private final Provider provider;

	private final Pace pace;

	private final Health health;

	private final ThreadPoolExecutor threads;

	public Crew(ProviderAddress address, Provider provider, Clock clock) {
		this.address = address;
		this.provider = provider;
		this.pace = new Pace(Double.parseDouble(address.word("rate", "0")), System::nanoTime);
		this.health = new Health(Health.Rules.of(address), clock);
		int connections = address.number("connections");
		this.threads = new ThreadPoolExecutor(connections, connections, 30, TimeUnit.SECONDS,
				new PriorityBlockingQueue<>(), (work) -> {
					Thread thread = new Thread(work, "sms-" + address.name());
					thread.setDaemon(true);
					return thread;
				});
		this.threads.allowCoreThreadTimeOut(true);
	}

	/** Which provider. */
	public ProviderAddress address() {
		return this.address;
	}

	/** How it is. */
	public Health health() {
		return this.health;
	}

	/**
	 * Sends a text as soon as it is its turn. If the provider goes down before that, it
	 * is not sent.
	 * @param wanted asked when it is its turn: whether it is to be sent still
	 */
	CompletableFuture<Answer> send(Text text, BooleanSupplier wanted) {
		Task task = new Task(text, wanted, this.count.incrementAndGet(), this.health.falls());
		this.threads.execute(task);
		return task.answer;
	}

	/** Keeps the provider connected. */
	public void tend() {
		this.provider.tend();
	}

	private Answer carry(Task task) {
		while (true) {
			if (!task.wanted.getAsBoolean()) {
				return Answer.not(Lead.RETRY, "送る必要がなくなりました / not wanted any more");
			}
			if (this.health.falls() != task.falls) {
				return Answer.not(Lead.RETRY, this.address.name() + ": 故障のため送らず / down, not sent");
			}
			Duration wait = Duration.ofNanos(this.pace.free());
			if (wait.compareTo(PATIENCE) > 0) {
				return Answer.not(Lead.BUSY, this.address.name() + ": 送信を待つよう求められています / asked us to wait", wait);
			}
			waitFor(this.pace.take(this.provider.cost(task.text)));
			long begin = System.nanoTime();
			Answer answer = this.provider.send(task.text);
			if (answer.lead() != Lead.BUSY) {
				this.pace.taken();
				this.health.answered(answer.lead(), Duration.ofNanos(System.nanoTime() - begin));
				return answer;
			}
			if (this.pace.refused(answer.after()).compareTo(PATIENCE) > 0) {
				return answer;
			}
		}
	}

	private static void waitFor(long nanos) {
		long until = System.nanoTime() + nanos;
		while (System.nanoTime() - until < 0 && !Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(until - System.nanoTime());
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		this.provider.close();
	}

	/** One text and who waits for its answer. */
	private final class Task implements Runnable, Comparable<Task> {

		private final CompletableFuture<Answer> answer = new CompletableFuture<>();

		private final Text text;

		private final BooleanSupplier wanted;

		private final long number;

		private final int falls;

		Task(Text text, BooleanSupplier wanted, long number, int falls) {
			this.text = text;
			this.wanted = wanted;
			this.number = number;
			this.falls = falls;
		}

		@Override
		public int compareTo(Task other) {
			return (this.text.urgent() != other.text.urgent()) ? (this.text.urgent() ? -1 : 1)
					: Long.compare(this.number, other.number);
		}

		@Override
		public void run() {
			try {
				this.answer.complete(carry(this));
			}
			catch (RuntimeException | Error ex) {
				this.answer.complete(Answer.not(Lead.SILENT, Crew.this.address.name() + ": " + ex));
			}
		}

	}

}
