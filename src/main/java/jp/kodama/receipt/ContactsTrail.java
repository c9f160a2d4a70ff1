package jp.kodama.receipt;

import javax.sql.DataSource;

import jp.kodama.audience.ContactsTouched;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looked at, changed, took in or gave out whose data: a link of the audit chain. */
@Component
public class ContactsTrail {

	private final AuditTrail trail;

	ContactsTrail(AuditTrail trail) {
		this.trail = trail;
	}

	/** For a command beside the server: the chain of a store. */
	public static ContactsTrail of(DataSource store) {
		return new ContactsTrail(new AuditTrail(JdbcClient.create(store)));
	}

	/** Joins the transaction of what it tells of. */
	@EventListener
	public void write(ContactsTouched event) {
		this.trail.append(event.by(), event.action(), event.subject(), event.detail(), event.at());
	}

}
