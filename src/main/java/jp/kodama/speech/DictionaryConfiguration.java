package jp.kodama.speech;

import java.time.Clock;

import jp.kodama.audience.Municipality;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The dictionary that officers may change, where there is a store to keep it in. */
@Configuration(proxyBeanMethods = false)
@Conditional(StoreThere.class)
class DictionaryConfiguration {

	@Bean
	Dictionary dictionary(Readings readingFiles, Municipality town, JdbcClient jdbc, TransactionOperations transactions,
			ApplicationEventPublisher events, Clock clock) {
		return new Dictionary(readingFiles, new ReadingTable(jdbc, town.jis()), transactions, events, clock);
	}

}
