package jp.kodama.bench.radio;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.DatagramPacket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.kodama.bench.Figures;
import jp.kodama.channel.radio.rtp.MulticastGroup;
import jp.kodama.channel.radio.rtp.Pacer;
import jp.kodama.channel.radio.rtp.RtpSender;

/** Packets to a multicast group on the loopback, and when they came. */
final class Pacing {

	private static final int PACKET = 20_000_000;

	private Pacing() {
	}

	/** Sends for so many seconds while so many threads do nothing but compute. */
	static void measure(Figures figures, int seconds, int busy) throws Exception {
		List<Thread> burners = new ArrayList<>();
		for (int i = 0; i < busy; i++) {
			Thread burner = new Thread(() -> {
				double x = 1;
				while (!Thread.currentThread().isInterrupted() && x > 0) {
					x = Math.sqrt(x + 1);
				}
			});
			burner.setDaemon(true);
			burner.start();
			burners.add(burner);
		}
		List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());
		NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
		try (MulticastSocket speakers = new MulticastSocket(0)) {
			InetSocketAddress group = new InetSocketAddress("224.168.168.168", speakers.getLocalPort());
			speakers.joinGroup(group, loopback);
			Thread ear = new Thread(() -> {
				try {
					while (true) {
						speakers.receive(new DatagramPacket(new byte[2048], 2048));
						arrivals.add(System.nanoTime());
					}
				}
				catch (java.io.IOException ex) {
					// Closed: it is over.
				}
			});
			ear.setPriority(Thread.MAX_PRIORITY);
			ear.start();
			Thread.currentThread().setPriority(Thread.MAX_PRIORITY);
			try (MulticastGroup out = new MulticastGroup(group, loopback.getName(), 0)) {
				new RtpSender(new Pacer(new SimpleMeterRegistry().timer("lateness")), out)
					.send(Collections.nCopies(seconds * 50, new byte[160]), 0, (packet) -> true);
			}
			Thread.sleep(200);
		}
		burners.forEach(Thread::interrupt);
		report(figures, "multicast, " + busy + " busy threads", arrivals, seconds * 50);
	}

	private static void report(Figures figures, String row, List<Long> arrivals, int sent) {
		List<Long> off = new ArrayList<>();
		double jitter = 0;
		for (int i = 1; i < arrivals.size(); i++) {
			long difference = Math.abs(arrivals.get(i) - arrivals.get(i - 1) - PACKET);
			off.add(difference);
			// RFC 3550, 6.4.1
			jitter += (difference - jitter) / 16;
		}
		figures.with(row + ": packets", "sent", sent).with(row + ": packets", "came", arrivals.size());
		figures.withTimes(row + ": off from 20 ms", off);
		figures.with(row + ": jitter (RFC 3550)", "ms", jitter / 1e6);
		figures.with(row + ": drift", "ms over all", (arrivals.get(arrivals.size() - 1) - arrivals.get(0)
				- (arrivals.size() - 1L) * PACKET) / 1e6);
	}

}
