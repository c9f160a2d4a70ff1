package jp.kodama.channel.sms.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.examples.SMPPServerSimulator;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * jSMPP's simulated SMSC, but for this: a test says when receipts come and of what, and
 * it may refuse. Numbers messages in hexadecimal one after the other (the simulator's own
 * random numbers are too large for its own receipts every other time).
 */
final class Smsc extends SMPPServerSimulator implements AutoCloseable {

	private final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();

	private final AtomicInteger number = new AtomicInteger(0xa0);

	private final SMPPServerSessionListener listener;

	private final int port;

	private volatile @Nullable SMPPServerSession session;

	/** Refused with this status, so many times. */
	private volatile int refusal;

	private final AtomicInteger refusals = new AtomicInteger();

	Smsc() throws IOException {
		super(false, 0, "town", "secret");
		ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.port = socket.getLocalPort();
		this.listener = new SMPPServerSessionListener(this.port, new Listening(socket));
		this.listener.setPduProcessorDegree(4);
		Thread accepting = new Thread(this::accept, "smsc");
		accepting.setDaemon(true);
		accepting.start();
	}

	int port() {
		return this.port;
	}

	private void accept() {
		try {
			while (true) {
				SMPPServerSession fresh = this.listener.accept();
				fresh.setMessageReceiverListener(this);
				BindRequest bind = fresh.waitForBind(5000);
				if (bind.getPassword().equals("secret")) {
					bind.accept("smsc");
					this.session = fresh;
				}
				else {
					bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
				}
			}
		}
		catch (Exception ex) {
			// Closed: the test is over.
			Thread.currentThread().interrupt();
		}
	}

	void refuse(int status, int times) {
		this.refusal = status;
		this.refusals.set(times);
	}

	List<SubmitSm> submitted() {
		return this.submitted;
	}

	@Override
	public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession source) throws ProcessRequestException {
		if (this.refusals.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			throw new ProcessRequestException("refused", this.refusal);
		}
		this.submitted.add(submit);
		try {
			return new SubmitSmResult(new MessageId(Integer.toHexString(this.number.incrementAndGet())),
					new org.jsmpp.bean.OptionalParameter[0]);
		}
		catch (PDUStringException ex) {
			throw new ProcessRequestException("no number", SMPPConstant.STAT_ESME_RSYSERR, ex);
		}
	}

	/** A receipt as most write it: the message's number in decimal. */
	void receipt(int message, String state) throws Exception {
		String words = "id:%010d sub:001 dlvrd:001 submit date:2605120405 done date:2605120406 stat:%s err:000 text:"
			.formatted(message, state);
		deliver("819000000001", MessageType.SMSC_DEL_RECEIPT, (byte) 0, words.getBytes(StandardCharsets.US_ASCII));
	}

	/** Somebody answers in Japanese. */
	void answer(String from, String words) throws Exception {
		deliver(from, MessageType.DEFAULT, UserData.UCS2, words.getBytes(StandardCharsets.UTF_16BE));
	}

	private void deliver(String from, MessageType type, byte coding, byte[] octets) throws Exception {
		DataCoding scheme = new RawDataCoding(coding);
		Objects.requireNonNull(this.session)
			.deliverShortMessage("mc", TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, from,
					TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "815000000000",
					new ESMClass().setMessageType(type), (byte) 0, (byte) 0, new RegisteredDelivery(0), scheme, octets);
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		SMPPServerSession open = this.session;
		if (open != null) {
			open.close();
		}
	}

	/** On loopback only, which jSMPP cannot be told. */
	private record Listening(ServerSocket socket) implements ServerConnectionFactory {

		@Override
		public ServerConnection listen(int port) {
			return new ServerSocketConnection(this.socket);
		}

		@Override
		public ServerConnection listen(int port, int timeout) {
			return listen(port);
		}

		@Override
		public ServerConnection listen(int port, int timeout, int backlog) {
			return listen(port);
		}

	}

}
