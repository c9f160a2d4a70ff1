package jp.kodama.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the store that {@code spring.datasource.url} names. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	/** The pool; the state folder is made first, because SQLite does not. */
	@Bean
	@ConfigurationProperties("spring.datasource.hikari")
	HikariDataSource dataSource(DataSourceProperties properties, @Value("${kodama.home}") Path home)
			throws IOException {
		Files.createDirectories(home);
		return properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
	}

	/** SQLite has one writer: let it be ours. PostgreSQL groups commits by itself. */
	@Bean
	@ConditionalOnExpression("'${spring.datasource.url}'.startsWith('jdbc:sqlite')")
	GroupCommit groupCommit(PlatformTransactionManager manager, DataSource source) {
		return new GroupCommit(new TransactionTemplate(manager)).start();
	}

}
