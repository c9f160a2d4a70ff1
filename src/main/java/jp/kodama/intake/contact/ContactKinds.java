package jp.kodama.intake.contact;

import jp.kodama.intake.StoredMessages;
import jp.kodama.intake.source.SourceKind;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A contact is looked at in a file, or tells us by HTTP. */
@Configuration(proxyBeanMethods = false)
class ContactKinds {

	@Bean
	SourceKind contactInFile(StoredMessages messages) {
		return new ContactKind(messages) {
			@Override
			public String name() {
				return "contact";
			}
		};
	}

	@Bean
	SourceKind contactByHttp(StoredMessages messages) {
		return new ContactKind(messages) {
			@Override
			public String name() {
				return "contact-http";
			}
		};
	}

}
