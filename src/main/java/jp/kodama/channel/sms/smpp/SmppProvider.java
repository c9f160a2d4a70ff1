package jp.kodama.channel.sms.smpp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jp.kodama.channel.sms.provider.Answer;
import jp.kodama.channel.sms.provider.Codes;
import jp.kodama.channel.sms.provider.Lead;
import jp.kodama.channel.sms.provider.Provider;
import jp.kodama.channel.sms.provider.ProviderAddress;
import jp.kodama.channel.sms.provider.Text;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;

/** An SMSC. A text is taken when every part of it is. */
final class SmppProvider implements Provider {

	/** Parts of one text that are refused for our pace are tried again this often. */
	private static final int TRIES = 40;

	private final AtomicInteger turn = new AtomicInteger();

	private final DeliverListener listener;

	private final PartBook parts;

	private final Codes statuses;

	private final Submission submission;

	private final List<SmppLink> links;

	SmppProvider(ProviderAddress address, DeliverListener listener, PartBook parts) {
		this.listener = listener;
		this.parts = parts;
		this.statuses = Codes.read(address.channel().folder().resolve("smpp-status.csv"));
		this.submission = new Submission(address);
		this.links = IntStream.range(0, Math.max(1, address.number("sessions")))
			.mapToObj((number) -> new SmppLink(address, listener))
			.toList();
	}

	@Override
	public int cost(Text text) {
		return text.segments();
	}

	@Override
	public Answer send(Text text) {
		UserData data = UserData.of(text.words(), ThreadLocalRandom.current().nextInt(256));
		SMPPSession session;
		try {
			session = this.links.get(Math.floorMod(this.turn.getAndIncrement(), this.links.size())).bound();
		}
		catch (IOException ex) {
			return unbound(ex);
		}
		if (data.parts().size() == 1) {
			return submit(session, text, data, new ArrayList<>());
		}
		this.parts.begin();
		List<String> taken = new ArrayList<>();
		try {
			return submit(session, text, data, taken);
		}
		finally {
			this.parts.end(taken);
		}
	}

	private Answer submit(SMPPSession session, Text text, UserData data, List<String> taken) {
		int tries = 0;
		while (taken.size() < data.parts().size()) {
			try {
				byte[] part = data.parts().get(taken.size());
				taken.add(this.listener.known(this.submission.submit(session, text, data, part)));
			}
			catch (NegativeResponseException ex) {
				Answer answer = refused(ex.getCommandStatus());
				if (taken.isEmpty()) {
					return answer;
				}
				if (answer.lead() != Lead.BUSY || ++tries > TRIES || !paused()) {
					return Answer.not(Lead.SILENT, answer.words() + " (" + taken.size() + " parts were taken)");
				}
			}
			catch (ResponseTimeoutException | InvalidResponseException | IOException ex) {
				return Answer.not(Lead.SILENT, "SMPP: " + ex.getMessage());
			}
			catch (PDUException ex) {
				return Answer.not(Lead.FINAL, "SMPP: " + ex.getMessage());
			}
		}
		return Answer.taken(taken.get(0), "ESME_ROK");
	}

	private static boolean paused() {
		try {
			Thread.sleep(100);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private Answer refused(int status) {
		String code = String.format(Locale.ROOT, "%08X", status);
		return Answer.not(this.statuses.lead(code, Lead.RETRY), "SMPP " + code + ": " + this.statuses.meaning(code));
	}

	/** Nothing left: a refused bind says why, the rest is the network's. */
	private Answer unbound(IOException failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof NegativeResponseException refusal) {
				return refused(refusal.getCommandStatus());
			}
		}
		return Answer.not(Lead.RETRY, "SMPP: " + failure.getMessage());
	}

	/** Answers and receipts come by a bound session only. */
	@Override
	public void tend() {
		this.parts.settle();
		this.links.forEach((link) -> {
			try {
				link.bound();
			}
			catch (IOException ex) {
				unbound(ex);
			}
		});
	}

	@Override
	public void close() {
		this.links.forEach(SmppLink::close);
	}

}
