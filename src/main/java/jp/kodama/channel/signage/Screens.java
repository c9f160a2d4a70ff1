package jp.kodama.channel.signage;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jp.kodama.audience.Municipality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is on the screens now. It is on disk before a screen is told; in a cluster the
 * other nodes see it there within a second and tell theirs.
 */
@Component
class Screens implements InitializingBean, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(Screens.class);

	private final ScreenTable table;

	private final TransactionOperations transactions;

	private final Listeners listeners;

	private final Playlist nothing;

	private final Map<World, Playlist> current = new EnumMap<>(World.class);

	private final ScheduledExecutorService watch = Executors
		.newSingleThreadScheduledExecutor((task) -> new Thread(task, "signage-watch"));

	Screens(ScreenTable table, TransactionOperations transactions, Listeners listeners, Municipality municipality) {
		this.table = table;
		this.transactions = transactions;
		this.listeners = listeners;
		this.nothing = Playlist.of(Instant.EPOCH, municipality.name(), List.of());
	}

	@Override
	public void afterPropertiesSet() {
		look();
		this.watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
		this.watch.scheduleWithFixedDelay(this.listeners::heartbeat, 10, 10, TimeUnit.SECONDS);
	}

	@Override
	public void destroy() {
		this.watch.shutdownNow();
	}

	/** Puts a playlist on the screens of a world. */
	void show(World world, Playlist playlist) {
		this.transactions.executeWithoutResult((tx) -> this.table.show(world, playlist));
		look();
	}

	/** What is on them. */
	synchronized Playlist on(World world) {
		return this.current.getOrDefault(world, this.nothing);
	}

	private synchronized void look() {
		try {
			for (World world : World.values()) {
				this.table.shown(world).ifPresent((playlist) -> {
					Playlist before = this.current.put(world, playlist);
					if (before == null || !before.tag().equals(playlist.tag())) {
						this.listeners.tell(world, playlist.tag());
					}
				});
			}
		}
		catch (RuntimeException ex) {
			// The next look is a second away; the watch must not end.
			log.warn("screens keep what they show: {}", ex.getMessage());
		}
	}

}
