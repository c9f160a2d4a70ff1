package jp.kodama.speech.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that hears, apart from the process that warns: it may crash or hang, and is
 * then no more than an {@link IOException}. For one thread at a time.
 */
final class Child implements AutoCloseable {

	private final Process process;

	private final ExecutorService exchanges;

	Child(ProcessBuilder program, String name) throws IOException {
		this.process = program.start();
		this.exchanges = Executors.newSingleThreadExecutor((exchange) -> {
			Thread thread = new Thread(exchange, name);
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Asks it something.
	 * @param exchange writes to it and reads its answer
	 * @throws IOException if it has died, or does not answer in time; it is then dead
	 */
	<T> T ask(Callable<T> exchange, Duration patience) throws IOException {
		try {
			Future<T> answer = this.exchanges.submit(exchange);
			return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			close();
			throw new IOException("no answer within " + patience.toSeconds() + " s", ex);
		}
		catch (ExecutionException ex) {
			close();
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw new IOException(String.valueOf(cause.getMessage()), ex);
		}
		catch (RejectedExecutionException ex) {
			throw new IOException("it has ended", ex);
		}
		catch (InterruptedException ex) {
			close();
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	OutputStream in() {
		return this.process.getOutputStream();
	}

	InputStream out() {
		return this.process.getInputStream();
	}

	InputStream errors() {
		return this.process.getErrorStream();
	}

	/** With what it ended, for the one who looks for the fault; empty if it has not. */
	String exit() throws InterruptedException {
		return this.process.waitFor(1, TimeUnit.SECONDS) ? "exit " + this.process.exitValue() : "";
	}

	/** False from the moment an answer failed, though it may take a while to end. */
	boolean alive() {
		return !this.exchanges.isShutdown() && this.process.isAlive();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		this.exchanges.shutdownNow();
	}

}
