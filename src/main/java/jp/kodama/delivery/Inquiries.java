package jp.kodama.delivery;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Lets every channel ask its provider; one that fails does not hold up the others. */
@Component
class Inquiries {

	private static final Logger log = LoggerFactory.getLogger(Inquiries.class);

	private final List<Inquiry> inquiries;

	Inquiries(List<Inquiry> inquiries) {
		this.inquiries = inquiries;
	}

	void ask() {
		for (Inquiry inquiry : this.inquiries) {
			try {
				inquiry.ask();
			}
			catch (RuntimeException ex) {
				log.warn("{} could not ask; it is asked again: {}", inquiry.getClass().getSimpleName(), ex.toString());
			}
		}
	}

}
