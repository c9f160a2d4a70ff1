package jp.kodama.intake.source;

/**
 * Where a source listens or connects.
 *
 * @param host name or address, IPv6 in brackets
 * @param port 1–65535
 */
public record HostPort(String host, int port) {

	/**
	 * A source's {@code address}.
	 * @throws IllegalStateException naming the source, if it is none
	 */
	public static HostPort of(SourceSettings settings) {
		String address = settings.address();
		int colon = address.lastIndexOf(':');
		if (colon > 0 && address.substring(colon + 1).matches("\\d{1,5}")) {
			int port = Integer.parseInt(address.substring(colon + 1));
			if (port > 0 && port < 65536) {
				return new HostPort(address.substring(0, colon), port);
			}
		}
		throw settings.broken("address", "needs host:port, not '" + address + "'");
	}

}
