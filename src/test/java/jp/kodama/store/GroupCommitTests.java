package jp.kodama.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Many write at once; each is answered when its own work is on disk. */
class GroupCommitTests {

	@TempDir
	Path folder;

	private HikariDataSource source;

	private JdbcClient jdbc;

	private CountingManager manager;

	private GroupCommit commits;

	@BeforeEach
	void open() {
		this.source = new HikariDataSource();
		this.source.setJdbcUrl("jdbc:sqlite:" + this.folder.resolve("test.db")
				+ "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&busy_timeout=5000");
		this.jdbc = JdbcClient.create(this.source);
		this.jdbc.sql("CREATE TABLE note (text TEXT NOT NULL UNIQUE)").update();
		this.manager = new CountingManager(this.source);
		this.commits = new GroupCommit(new TransactionTemplate(this.manager)).start();
	}

	@AfterEach
	void close() throws InterruptedException {
		this.commits.destroy();
		this.source.close();
	}

	@Test
	void everyConnectionWaitsForTheDisk() {
		assertThat(this.jdbc.sql("PRAGMA synchronous").query(Integer.class).single()).as("FULL").isEqualTo(2);
		assertThat(this.jdbc.sql("PRAGMA journal_mode").query(String.class).single()).isEqualTo("wal");
	}

	@Test
	void whatWaitsTogetherCommitsTogether() {
		CompletableFuture<Void> busy = CompletableFuture
			.runAsync(() -> this.commits.executeWithoutResult((tx) -> pause()));
		List<CompletableFuture<Void>> writers = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			String text = "note " + i;
			writers.add(CompletableFuture.runAsync(() -> write(text), (task) -> new Thread(task).start()));
		}
		busy.join();
		writers.forEach(CompletableFuture::join);
		assertThat(notes()).isEqualTo(50);
		assertThat(this.manager.commits.get()).as("commits for 51 pieces of work").isLessThan(51);
	}

	@Test
	void whatIsUrgentGoesBeforeWhatWaits() throws InterruptedException {
		CountDownLatch allWait = new CountDownLatch(1);
		List<Thread> writers = new ArrayList<>();
		CountDownLatch begun = new CountDownLatch(1);
		writers.add(writer(() -> this.commits.executeWithoutResult((tx) -> {
			begun.countDown();
			await(allWait);
		})));
		begun.await();
		for (int i = 0; i < 20; i++) {
			String text = "mail " + i;
			writers.add(writer(() -> write(text)));
		}
		writers.add(writer(() -> Urgent.write(() -> {
			write("warning");
			return true;
		})));
		Awaitility.await().until(() -> writers.stream().allMatch((one) -> one.getState() == Thread.State.WAITING));
		allWait.countDown();
		for (Thread one : writers) {
			one.join();
		}
		assertThat(this.jdbc.sql("SELECT text FROM note ORDER BY rowid LIMIT 1").query(String.class).single())
			.isEqualTo("warning");
		assertThat(notes()).isEqualTo(21);
	}

	private static Thread writer(Runnable work) {
		Thread thread = new Thread(work);
		thread.start();
		return thread;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void oneThatFailsTakesNothingElseWithIt() {
		write("kept");
		assertThatThrownBy(() -> this.commits.executeWithoutResult((tx) -> {
			this.jdbc.sql("INSERT INTO note VALUES ('lost')").update();
			throw new IllegalStateException("changed my mind");
		})).hasMessage("changed my mind");
		write("kept too");
		assertThat(notes()).isEqualTo(2);
	}

	@Test
	void workThatAsksToBeRolledBackLeavesNothing() {
		this.commits.executeWithoutResult((tx) -> {
			this.jdbc.sql("INSERT INTO note VALUES ('lost')").update();
			tx.setRollbackOnly();
		});
		assertThat(notes()).isZero();
	}

	@Test
	void afterClosingNothingIsAccepted() throws InterruptedException {
		this.commits.destroy();
		assertThatThrownBy(() -> write("late")).isInstanceOf(TransactionException.class).hasMessageContaining("closed");
	}

	private void write(String text) {
		this.commits.executeWithoutResult((tx) -> this.jdbc.sql("INSERT INTO note VALUES (?)").param(text).update());
	}

	private int notes() {
		return this.jdbc.sql("SELECT COUNT(*) FROM note").query(Integer.class).single();
	}

	private static void pause() {
		try {
			Thread.sleep(200);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Counts commits. */
	private static class CountingManager extends JdbcTransactionManager {

		private final AtomicInteger commits = new AtomicInteger();

		CountingManager(HikariDataSource source) {
			super(source);
		}

		@Override
		protected void doCommit(org.springframework.transaction.support.DefaultTransactionStatus status) {
			this.commits.incrementAndGet();
			super.doCommit(status);
		}

	}

}
