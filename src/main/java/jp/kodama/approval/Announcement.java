package jp.kodama.approval;

import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells the routes that an alert was released. Only a hint: the alert is on disk, and
 * whatever was not told is found there, so a failure here loses nothing.
 */
@Component
class Announcement {

	private static final Logger log = LoggerFactory.getLogger(Announcement.class);

	private final ProducerTemplate routes;

	Announcement(ProducerTemplate routes) {
		this.routes = routes;
	}

	/** Does not wait: whoever released is answered as soon as the alert is kept. */
	void released(String identifier) {
		this.routes.asyncSendBody("direct:released?block=false", identifier).whenComplete((reply, failure) -> {
			if (failure != null) {
				log.warn("{} is released; the routes were not told and will find it: {}", identifier,
						failure.toString());
			}
		});
	}

}
