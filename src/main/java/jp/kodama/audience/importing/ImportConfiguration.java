package jp.kodama.audience.importing;

import jp.kodama.audience.Municipality;
import jp.kodama.audience.residents.ContactChannels;
import jp.kodama.audience.residents.Directory;
import jp.kodama.audience.residents.Groups;
import jp.kodama.audience.residents.Residents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files in and out, of this municipality. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

	@Bean
	ContactImport contactImport(ContactChannels channels, Groups groups, Municipality town, Residents residents) {
		return new ContactImport(channels, groups, town, residents);
	}

	@Bean
	ContactExport contactExport(ContactChannels channels, Groups groups, Directory directory) {
		return new ContactExport(channels, groups, directory);
	}

}
