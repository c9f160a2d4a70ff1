package jp.kodama.accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Pages for residents: no account, no session, no cookie; so there is nothing that a
 * forged request could misuse. RFC 8058 forbids to ask for more.
 */
@Configuration(proxyBeanMethods = false)
class PublicForms {

	@Bean
	@Order(2)
	SecurityFilterChain formsForEverybody(HttpSecurity http) {
		return http.securityMatcher("/signup/**", "/unsubscribe/**")
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy
					.policyDirectives("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
							+ "base-uri 'none'; frame-ancestors 'none'"))
				.referrerPolicy((referrer) -> referrer.policy(
						org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER)))
			.authorizeHttpRequests((paths) -> paths.anyRequest().permitAll())
			.build();
	}

}
