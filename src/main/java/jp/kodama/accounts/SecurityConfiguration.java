package jp.kodama.accounts;

import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Three kinds of path, each with its own rules: programs (tokens, no session, no cookie
 * counts), the public, and the officers' pages (session, CSRF).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/** Scripts, styles and frames from here only; nothing may frame us but ourselves. */
	private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
			+ "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	/**
	 * What each filter took is worth nothing to a town, and costs a part of every answer.
	 */
	@Bean
	SecurityObservationSettings noObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	CookieSameSiteSupplier sessionCookie() {
		return CookieSameSiteSupplier.ofLax().whenHasName("JSESSIONID");
	}

	@Bean
	@Order(1)
	SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens) {
		ProblemRefusal refusal = new ProblemRefusal();
		return http.securityMatcher("/api/**", "/hooks/intake/**")
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.addFilterBefore(BearerToken.filter(tokens, refusal), UsernamePasswordAuthenticationFilter.class)
			.exceptionHandling((on) -> on.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
			.authorizeHttpRequests((paths) -> paths.requestMatchers("/hooks/intake/**")
				.hasAuthority(Scope.intake.authority())
				.requestMatchers(HttpMethod.GET)
				.hasAuthority(Scope.read.authority())
				.requestMatchers("/api/v1/alerts/*/approve")
				.hasAuthority(Scope.approve.authority())
				.anyRequest()
				.hasAnyAuthority(Scope.compose.authority(), Scope.release.authority()))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain everybody(HttpSecurity http) {
		return http
			.securityMatcher("/signage/**", "/feed/**", "/hooks/**", "/actuator/health/liveness",
					"/actuator/health/readiness")
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers((headers) -> headers.frameOptions(FrameOptionsConfig::sameOrigin))
			.authorizeHttpRequests((paths) -> paths.anyRequest().permitAll())
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain officers(HttpSecurity http, ApiTokens tokens) {
		return http.addFilterBefore(BearerToken.filter(tokens, new ProblemRefusal()), CsrfFilter.class)
			.headers((headers) -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
				.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY)))
			.formLogin((form) -> form.loginPage("/login").defaultSuccessUrl("/", false).permitAll())
			.logout((out) -> out.logoutSuccessUrl("/login?out"))
			.exceptionHandling((on) -> on.accessDeniedHandler(new PageRefusal()))
			.authorizeHttpRequests((paths) -> paths
				.requestMatchers("/error", "/login", "/webjars/**", "/console.css", "/console.js", "/alarms.js",
						"/favicon.svg")
				.permitAll()
				// anybody: whether it is well; whoever is signed in: every part
				.requestMatchers(HttpMethod.GET, "/actuator/health")
				.permitAll()
				.requestMatchers("/password")
				.authenticated()
				.requestMatchers("/actuator/**")
				.hasAnyAuthority("ROLE_ADMIN", Scope.read.authority())
				.requestMatchers(HttpMethod.GET, "/v3/api-docs/**", "/rehearsal/**")
				.hasAnyAuthority("ROLE_COMPOSER", "ROLE_APPROVER", "ROLE_ADMIN", Scope.read.authority())
				// personal data: who has to do with warnings only
				.requestMatchers("/residents/**")
				.hasRole("COMPOSER")
				.requestMatchers(HttpMethod.GET)
				.hasAnyRole("COMPOSER", "APPROVER", "ADMIN")
				.requestMatchers("/alarms/**")
				.hasAnyRole("COMPOSER", "APPROVER", "ADMIN")
				.requestMatchers("/alerts/*/approval/**", "/policy/decision/**")
				.hasRole("APPROVER")
				.anyRequest()
				.hasRole("COMPOSER"))
			.build();
	}

}
