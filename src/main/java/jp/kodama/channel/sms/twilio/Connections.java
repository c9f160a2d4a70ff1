package jp.kodama.channel.sms.twilio;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import com.twilio.http.Response;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one server that are kept between requests: as many as there are callers
 * at once. Nothing is ever sent a second time.
 */
final class Connections {

	/** A server closes what rests; one that rested longer than this is not trusted. */
	private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(15);

	/** One that rested longer than this is looked at first. */
	private static final long TRUST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

	private static final int LARGEST_ANSWER = 1 << 20;

	private final Deque<Resting> resting = new ConcurrentLinkedDeque<>();

	private final URI server;

	private final int timeout;

	Connections(URI server, Duration timeout) {
		this.server = server;
		this.timeout = (int) timeout.toMillis();
	}

	/**
	 * Sends a request and reads its answer.
	 * @throws ConnectException if nothing was sent
	 */
	Response exchange(ClassicHttpRequest request) throws IOException {
		DefaultBHttpClientConnection connection = take();
		boolean whole = false;
		try {
			connection.sendRequestHeader(request);
			if (request.getEntity() != null) {
				connection.sendRequestEntity(request);
			}
			connection.flush();
			ClassicHttpResponse answer = connection.receiveResponseHeader();
			connection.receiveResponseEntity(answer);
			byte[] body = (answer.getEntity() != null) ? EntityUtils.toByteArray(answer.getEntity(), LARGEST_ANSWER)
					: new byte[0];
			whole = DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, answer, HttpCoreContext.create());
			return new Response(new String(body, StandardCharsets.UTF_8), answer.getCode(), answer.getHeaders());
		}
		catch (HttpException ex) {
			throw new IOException(ex);
		}
		finally {
			if (whole) {
				this.resting.push(new Resting(connection, System.nanoTime()));
			}
			else {
				connection.close();
			}
		}
	}

	private DefaultBHttpClientConnection take() throws IOException {
		Resting rested = this.resting.poll();
		while (rested != null) {
			long rest = System.nanoTime() - rested.since();
			if (rest < TRUST_NANOS || rest < REST_NANOS && !rested.connection().isStale()) {
				return rested.connection();
			}
			rested.connection().close();
			rested = this.resting.poll();
		}
		return open();
	}

	private DefaultBHttpClientConnection open() throws IOException {
		boolean secure = "https".equals(this.server.getScheme());
		int port = (this.server.getPort() >= 0) ? this.server.getPort() : secure ? 443 : 80;
		Socket socket = new Socket();
		@Nullable DefaultBHttpClientConnection connection = null;
		try {
			socket.setTcpNoDelay(true);
			socket.setSoTimeout(this.timeout);
			connect(socket, port);
			if (secure) {
				socket = secured(socket, port);
			}
			connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
			connection.bind(socket);
			return connection;
		}
		finally {
			if (connection == null) {
				socket.close();
			}
		}
	}

	private void connect(Socket socket, int port) throws IOException {
		try {
			socket.connect(new InetSocketAddress(this.server.getHost(), port), this.timeout);
		}
		catch (IOException ex) {
			throw unconnected(ex);
		}
	}

	/** Nothing was sent: whoever asked may try again, or another. */
	private static ConnectException unconnected(IOException cause) {
		ConnectException failure = new ConnectException(String.valueOf(cause.getMessage()));
		failure.initCause(cause);
		return failure;
	}

	/** The certificate must be one for this host. */
	private Socket secured(Socket plain, int port) throws IOException {
		SSLSocket socket = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain,
				this.server.getHost(), port, true);
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		socket.setSSLParameters(parameters);
		try {
			socket.startHandshake();
			return socket;
		}
		catch (IOException ex) {
			socket.close();
			throw unconnected(ex);
		}
	}

	void close() {
		for (Resting one = this.resting.poll(); one != null; one = this.resting.poll()) {
			try {
				one.connection().close();
			}
			catch (IOException ex) {
				// It is gone either way.
				continue;
			}
		}
	}

	/** A connection that nobody uses, since when. */
	private record Resting(DefaultBHttpClientConnection connection, long since) {
	}

}
