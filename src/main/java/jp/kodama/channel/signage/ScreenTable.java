package jp.kodama.channel.signage;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of screens: what is on them, which there are, what they said they showed. */
@Component
class ScreenTable {

	private final JdbcClient jdbc;

	ScreenTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps a playlist, unless one that was composed later is there already. */
	void show(World world, Playlist playlist) {
		this.jdbc.sql("""
				INSERT INTO signage_playlist (world, tag, composed, content) VALUES (?, ?, ?, ?)
				ON CONFLICT (world) DO UPDATE
				SET tag = excluded.tag, composed = excluded.composed, content = excluded.content
				WHERE signage_playlist.composed <= excluded.composed""")
			.params(world.name(), playlist.tag(), playlist.composed().toEpochMilli(), playlist.json())
			.update();
	}

	Optional<Playlist> shown(World world) {
		return this.jdbc.sql("SELECT content FROM signage_playlist WHERE world = ?")
			.param(world.name())
			.query(String.class)
			.optional()
			.map(Playlist::parse);
	}

	int devices() {
		return this.jdbc.sql("SELECT COUNT(*) FROM signage_device").query(Integer.class).single();
	}

	void register(String id, String name, String place, String tokenHash, Instant now) {
		this.jdbc.sql("INSERT INTO signage_device VALUES (?, ?, ?, ?, ?, ?, '')")
			.params(id, name, place, tokenHash, now.toEpochMilli(), now.toEpochMilli())
			.update();
	}

	Optional<String> tokenHash(String device) {
		return this.jdbc.sql("SELECT token_hash FROM signage_device WHERE id = ?")
			.param(device)
			.query(String.class)
			.optional();
	}

	/** How people call a device, and where it stands. */
	String name(String device) {
		return this.jdbc.sql("SELECT name || ' ' || place FROM signage_device WHERE id = ?")
			.param(device)
			.query(String.class)
			.single()
			.strip();
	}

	/** Notes that a device shows a delivery; says whether that is news. */
	boolean acknowledge(String device, World world, String tag, String delivery, Instant now) {
		this.jdbc.sql("UPDATE signage_device SET seen = ?, tag = ? WHERE id = ?")
			.params(now.toEpochMilli(), tag, device)
			.update();
		return this.jdbc.sql("INSERT INTO signage_shown VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
			.params(device, world.name(), delivery, now.toEpochMilli())
			.update() == 1;
	}

}
