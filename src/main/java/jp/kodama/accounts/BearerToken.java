package jp.kodama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Reads {@code Authorization: Bearer …} (RFC 6750). */
final class BearerToken implements AuthenticationConverter {

	private static final String SCHEME = "Bearer ";

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return null;
		}
		return new PreAuthenticatedAuthenticationToken("token", header.substring(SCHEME.length()).strip());
	}

	/** A filter that signs programs in for one request. */
	static AuthenticationFilter filter(ApiTokens tokens, AuthenticationEntryPoint refusal) {
		AuthenticationManager manager = (claim) -> tokens.authenticate(String.valueOf(claim.getCredentials()))
			.orElseThrow(() -> new BadCredentialsException("no such token"));
		AuthenticationFilter filter = new AuthenticationFilter(manager, new BearerToken());
		filter.setSuccessHandler((request, response, authentication) -> {
			// Nothing to do: the request goes on.
		});
		filter.setFailureHandler(refusal::commence);
		return filter;
	}

}
