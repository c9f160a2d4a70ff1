package jp.kodama.channel.radio.sip;

import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

import javax.sip.InvalidArgumentException;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.CSeqHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.ViaHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

import gov.nist.javax.sip.header.HeaderFactoryImpl;
import org.jspecify.annotations.Nullable;

/**
 * Answers challenges (RFC 3261, 22): the same request again, with proof of the password.
 */
final class Credentials {

	private static final HeaderFactory HEADERS = new HeaderFactoryImpl();

	private final Callee callee;

	Credentials(Callee callee) {
		this.callee = callee;
	}

	/**
	 * The request that answers a challenge.
	 * @throws CallFailed if there is no password, or the challenge is of a kind we do not
	 * know
	 */
	Request answer(Response challenge, Request refused) throws CallFailed, ParseException, InvalidArgumentException {
		Optional<String> password = this.callee.password().get();
		if (password.isEmpty()) {
			throw CallFailed.forNow("相手が暗証を求めましたが、設定がありません / it asks for a password and none is set");
		}
		WWWAuthenticateHeader header = challenge(challenge)
			.orElseThrow(() -> CallFailed.forGood("認証の方式が合いません / its kind of authentication is not known here"));
		Request again = (Request) refused.clone();
		CSeqHeader sequence = (CSeqHeader) again.getHeader(CSeqHeader.NAME);
		sequence.setSeqNumber(sequence.getSeqNumber() + 1);
		((ViaHeader) again.getHeader(ViaHeader.NAME)).removeParameter("branch");
		again.removeHeader(AuthorizationHeader.NAME);
		again.removeHeader("Proxy-Authorization");
		again.addHeader(authorization(header, again, password.get()));
		return again;
	}

	private AuthorizationHeader authorization(WWWAuthenticateHeader header, Request request, String password)
			throws ParseException {
		Digest digest = digest(header);
		String uri = request.getRequestURI().toString();
		AuthorizationHeader proof = (header instanceof ProxyAuthenticateHeader)
				? HEADERS.createProxyAuthorizationHeader("Digest") : HEADERS.createAuthorizationHeader("Digest");
		proof.setUsername(this.callee.user());
		proof.setRealm(digest.realm());
		proof.setNonce(digest.nonce());
		proof.setParameter("uri", uri);
		proof.setResponse(digest.response(this.callee.user(), password, request.getMethod(), uri));
		if (!none(header.getAlgorithm()).isEmpty()) {
			proof.setAlgorithm(header.getAlgorithm());
		}
		if (!digest.qop().isEmpty()) {
			proof.setQop(digest.qop());
			proof.setCNonce(digest.cnonce());
			proof.setNonceCount(1);
		}
		if (!none(header.getOpaque()).isEmpty()) {
			proof.setOpaque(header.getOpaque());
		}
		return proof;
	}

	/** The first that we can answer. */
	private static Optional<WWWAuthenticateHeader> challenge(Response response) {
		String name = (response.getStatusCode() == Response.UNAUTHORIZED) ? WWWAuthenticateHeader.NAME
				: ProxyAuthenticateHeader.NAME;
		for (Iterator<?> headers = response.getHeaders(name); headers.hasNext();) {
			if (headers.next() instanceof WWWAuthenticateHeader header && "Digest".equalsIgnoreCase(header.getScheme())
					&& digest(header).known()) {
				return Optional.of(header);
			}
		}
		return Optional.empty();
	}

	private static Digest digest(WWWAuthenticateHeader header) {
		byte[] random = new byte[8];
		new SecureRandom().nextBytes(random);
		String offered = none(header.getQop());
		String qop = java.util.Arrays.asList(offered.split("[ ,]+")).contains("auth") ? "auth" : "";
		return new Digest(none(header.getAlgorithm()), none(header.getRealm()), none(header.getNonce()),
				HexFormat.of().formatHex(random), qop);
	}

	private static String none(@Nullable String value) {
		return Objects.requireNonNullElse(value, "");
	}

}
