package jp.kodama.channel.radio.sip;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of RFC 7616, 3.9.1 and RFC 2069 with the errata. */
class DigestTests {

	private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";

	private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

	@Test
	void answersWithMd5() {
		Digest digest = new Digest("", "http-auth@example.org", NONCE, CNONCE, "auth");
		assertThat(digest.response("Mufasa", "Circle of Life", "GET", "/dir/index.html"))
			.isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
	}

	@Test
	void answersWithSha256() {
		Digest digest = new Digest("sha-256", "http-auth@example.org", NONCE, CNONCE, "auth");
		assertThat(digest.response("Mufasa", "Circle of Life", "GET", "/dir/index.html"))
			.isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
	}

	@Test
	void answersOldUnitsThatKnowNoQop() {
		Digest digest = new Digest("MD5", "testrealm@host.com", "dcd98b7102dd2f0e8b11d0f600bfb0c093", "unused", "");
		assertThat(digest.response("Mufasa", "CircleOfLife", "GET", "/dir/index.html"))
			.isEqualTo("1949323746fe6a43ef61f9606e7febea");
	}

	@Test
	void saysWhatItDoesNotKnow() {
		assertThat(new Digest("SHA-512-256", "r", "n", "c", "auth").known()).isFalse();
	}

}
