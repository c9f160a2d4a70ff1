package jp.kodama.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * In a cluster: makes the topics before the routes read from them, with partitions enough
 * that several nodes and threads share a lane.
 */
@Component
@ConditionalOnProperty(name = "kodama.queue", havingValue = "kafka")
class KafkaTopics implements CamelContextConfiguration {

	private static final int PARTITIONS = 6;

	private final Channels channels;

	private final String brokers;

	KafkaTopics(Channels channels, @Value("${camel.component.kafka.brokers}") String brokers) {
		this.channels = channels;
		this.brokers = brokers;
	}

	@Override
	public void beforeApplicationStart(CamelContext camel) {
		List<String> names = new ArrayList<>(List.of("released"));
		for (ChannelSettings channel : this.channels.all()) {
			names.add("deliver." + channel.id() + "." + Announcement.URGENT);
			names.add("deliver." + channel.id() + "." + Announcement.ROUTINE);
		}
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.brokers))) {
			for (String name : names) {
				create(admin, new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()));
			}
		}
	}

	@Override
	public void afterApplicationStart(CamelContext camel) {
		// Nothing: the topics are there.
	}

	private void create(Admin admin, NewTopic topic) {
		try {
			admin.createTopics(List.of(topic)).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new IllegalStateException("Kafka at " + this.brokers + ": topic " + topic.name(), ex.getCause());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while making topic " + topic.name(), ex);
		}
	}

}
