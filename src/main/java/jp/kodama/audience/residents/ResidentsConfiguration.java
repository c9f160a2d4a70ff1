package jp.kodama.audience.residents;

import java.nio.file.Path;
import java.time.Clock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Residents of the store and of {@code config/audience}. */
@Configuration(proxyBeanMethods = false)
class ResidentsConfiguration {

	@Bean
	ContactChannels contactChannels(@Value("${kodama.root:.}") Path root) {
		return ContactChannels.load(root);
	}

	@Bean
	Groups residentGroups(@Value("${kodama.root:.}") Path root) {
		return Groups.load(root.resolve("config"));
	}

	@Bean
	Residents residents(JdbcTemplate jdbc, TransactionOperations transactions, ApplicationEventPublisher events,
			Clock clock) {
		return new Residents(jdbc, transactions, events, clock);
	}

	@Bean
	Directory residentDirectory(JdbcTemplate jdbc, TransactionOperations transactions, ApplicationEventPublisher events,
			Clock clock) {
		return new Directory(jdbc, transactions, events, clock);
	}

}
