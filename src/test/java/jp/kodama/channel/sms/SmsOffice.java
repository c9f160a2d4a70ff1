package jp.kodama.channel.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import jp.kodama.alert.Alert;
import jp.kodama.delivery.Channels;
import jp.kodama.delivery.Delivery;
import jp.kodama.delivery.Outcome;
import jp.kodama.delivery.Parcel;
import jp.kodama.delivery.Progress;
import jp.kodama.delivery.Report;
import jp.kodama.rendering.Templates;
import jp.kodama.testing.LiveChannel;
import jp.kodama.testing.SampleAlerts;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The text channel alone, live, with a store of its own; notes what it tells others. */
public final class SmsOffice implements AutoCloseable {

	private static @Nullable Path migrated;

	private final List<Object> told = new CopyOnWriteArrayList<>();

	private final List<Report> noted = new CopyOnWriteArrayList<>();

	private volatile boolean inForce = true;

	private final LiveChannel channel;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	/** With an address and secret as in {@code config/channels.yaml}. */
	public SmsOffice(String address, String secret, Map<String, ?> limits) {
		this.channel = LiveChannel.of("sms", address, secret, limits);
		DataSource store = store();
		JdbcTemplate jdbc = new JdbcTemplate(store);
		this.context.registerBean(Channels.class, this.channel::channels);
		this.context.registerBean(Progress.class, () -> this::note);
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.registerBean(Templates.class, Templates::new);
		this.context.registerBean(JdbcTemplate.class, () -> jdbc);
		this.context.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
		this.context.registerBean(TransactionTemplate.class,
				() -> new TransactionTemplate(new JdbcTransactionManager(store)));
		this.context.addApplicationListener((event) -> {
			if (event instanceof PayloadApplicationEvent<?> told) {
				this.told.add(told.getPayload());
			}
		});
		this.context.scan("jp.kodama.channel.sms");
		this.context.refresh();
	}

	/** Migrating takes longer than all else: a copy of one that was. */
	private static synchronized DataSource store() {
		try {
			if (migrated == null) {
				Path fresh = Files.createTempDirectory("kodama-sms").resolve("kodama.db");
				Flyway.configure().dataSource(open(fresh)).load().migrate();
				migrated = fresh;
			}
			Path own = Files.createTempDirectory("kodama-sms").resolve("kodama.db");
			Files.copy(migrated, own);
			return open(own);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static DataSource open(Path file) {
		SQLiteDataSource store = new SQLiteDataSource();
		store.setUrl("jdbc:sqlite:" + file + "?transaction_mode=IMMEDIATE&busy_timeout=10000");
		return store;
	}

	/** One of its parts. */
	public <T> T part(Class<T> type) {
		return this.context.getBean(type);
	}

	/** What it published, of one type, in order. */
	public <T> List<T> told(Class<T> type) {
		return this.told.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/** Its settings. */
	public LiveChannel channel() {
		return this.channel;
	}

	/** The evacuation order for some numbers: urgent. */
	public Parcel.Live parcel(String... numbers) {
		return parcel(SampleAlerts.evacuation(), numbers);
	}

	/** Any alert. */
	public Parcel.Live parcel(Alert alert, String... numbers) {
		return this.channel.parcel(part(SmsComposer.class), alert, this.channel.recipients(numbers));
	}

	private boolean note(Delivery delivery, List<Report> reports) {
		this.noted.addAll(reports);
		return this.inForce;
	}

	/** From now on the alert is over, as the engine sees it. */
	public void end() {
		this.inForce = false;
	}

	/** What its wire says, with what it noted on the way. */
	public Outcome send(Parcel.Live parcel) {
		this.noted.clear();
		Outcome said = part(SmsWire.class).send(parcel);
		List<Report> all = new ArrayList<>(this.noted);
		all.addAll(said.reports());
		return (said instanceof Outcome.RetryLater later) ? new Outcome.RetryLater(later.cause(), later.after(), all)
				: new Outcome.HandedOver(all);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
