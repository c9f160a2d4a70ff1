package jp.kodama.channel.radio;

import java.time.Clock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** Who shares the air with whom. */
@Configuration(proxyBeanMethods = false)
class AirLeaseConfiguration {

	/** Only where there can be other nodes: one that is alone has the air. */
	@Bean
	AirLease airLease(LeaseTable table, TransactionOperations transactions, Clock clock,
			@Value("${kodama.node}") String node, @Value("${kodama.queue}") String queue) {
		return queue.equals("seda") ? AirLease.ALONE : new SharedAir(table, transactions, clock, node);
	}

}
