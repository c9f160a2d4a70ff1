package jp.kodama.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A port in front of a real server: passes everything on, both ways, and counts every
 * connection and every byte that a client sent.
 */
public final class CountedPort implements AutoCloseable {

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicLong bytes = new AtomicLong();

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	private final ServerSocket door;

	private final int behind;

	/** Opens one in front of a server that listens on a port of this machine. */
	public CountedPort(int behind) throws IOException {
		this.behind = behind;
		this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start(this::accept);
	}

	/** Where clients connect. */
	public int port() {
		return this.door.getLocalPort();
	}

	/** How often somebody connected, whether or not anything was said. */
	public int connections() {
		return this.connections.get();
	}

	/** What clients said, in bytes. */
	public long bytes() {
		return this.bytes.get();
	}

	@Override
	public void close() throws IOException {
		this.door.close();
		for (Socket socket : this.open) {
			socket.close();
		}
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.door.accept();
			this.connections.incrementAndGet();
			Socket server = new Socket(InetAddress.getLoopbackAddress(), this.behind);
			this.open.addAll(List.of(client, server));
			start(() -> pass(client, server, this.bytes));
			start(() -> pass(server, client, new AtomicLong()));
		}
	}

	private static void pass(Socket from, Socket to, AtomicLong count) throws IOException {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] some = new byte[8192];
			for (int read = in.read(some); read >= 0; read = in.read(some)) {
				count.addAndGet(read);
				out.write(some, 0, read);
				out.flush();
			}
		}
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// Whoever talked hung up, or the test is over.
			}
		}, "counted-port");
		thread.setDaemon(true);
		thread.start();
	}

	/** What may end by a broken connection. */
	private interface Work {

		void run() throws IOException;

	}

}
