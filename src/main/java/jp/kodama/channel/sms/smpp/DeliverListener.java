package jp.kodama.channel.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

import jp.kodama.channel.sms.provider.Codes;
import jp.kodama.channel.sms.provider.Incoming;
import jp.kodama.channel.sms.provider.ProviderAddress;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an SMSC delivers to us: receipts, and what people answered. It is acknowledged
 * only once it is on disk; otherwise the SMSC brings it again.
 */
final class DeliverListener implements MessageReceiverListener {

	private static final Logger log = LoggerFactory.getLogger(DeliverListener.class);

	private final ProviderAddress address;

	private final PartBook parts;

	private final Incoming incoming;

	private final MessageIds ids;

	private final Codes states;

	DeliverListener(ProviderAddress address, PartBook parts, Incoming incoming) {
		this.address = address;
		this.parts = parts;
		this.incoming = incoming;
		this.ids = MessageIds.of(address.word("ids", "same"));
		this.states = Codes.read(address.channel().folder().resolve("smpp-receipts.csv"));
	}

	/** The number by which a message of this SMSC is known to us. */
	String known(String submitted) {
		return this.address.name() + "/" + this.ids.ofSubmit(submitted);
	}

	@Override
	public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
		try {
			if (deliver.isSmscDeliveryReceipt() || deliver.isIntermediateDeliveryNotification()) {
				receipt(deliver);
			}
			else {
				reply(deliver);
			}
		}
		catch (RuntimeException ex) {
			log.warn("{}: could not be kept; the SMSC is to bring it again: {}", this.address.name(), ex.toString());
			throw new ProcessRequestException("not kept", SMPPConstant.STAT_ESME_RX_T_APPN, ex);
		}
	}

	private void receipt(DeliverSm deliver) {
		OptionalParameter.Receipted_message_id id = deliver
			.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
		OptionalParameter.Message_state state = deliver.getOptionalParameter(OptionalParameter.Message_state.class);
		String number = (id != null) ? id.getValueAsString() : "";
		String word = (state != null) ? Byte.toString(state.getValue()) : "";
		String error = "";
		try {
			DeliveryReceipt receipt = deliver.getShortMessageAsDeliveryReceipt();
			number = number.isEmpty() ? String.valueOf(receipt.getId()) : number;
			word = word.isEmpty() ? String.valueOf(receipt.getFinalStatus()) : word;
			error = (receipt.getError() != null) ? receipt.getError().strip() : "";
		}
		catch (InvalidDeliveryReceiptException ex) {
			// Its text is free; what counts may stand in the optional parameters.
			log.debug("{}: a receipt in words of its own", this.address.name());
		}
		if (number.isEmpty() || word.isEmpty()) {
			log.warn("{}: a receipt that does not say of what, or what; it proves nothing", this.address.name());
			return;
		}
		boolean none = error.isEmpty() || error.matches("0+");
		this.parts.said(this.address.name() + "/" + this.ids.ofReceipt(number), this.states.evidence(word),
				this.states.last(word),
				"SMPP " + word + ": " + this.states.meaning(word) + (none ? "" : ", err " + error));
	}

	private void reply(DeliverSm deliver) {
		OptionalParameter.Message_payload payload = deliver
			.getOptionalParameter(OptionalParameter.Message_payload.class);
		byte[] octets = (payload != null) ? payload.getValue() : deliver.getShortMessage();
		if (deliver.isUdhi() && octets.length > 0) {
			octets = Arrays.copyOfRange(octets, Math.min(octets.length, 1 + (octets[0] & 0xff)), octets.length);
		}
		String words = switch (deliver.getDataCoding()) {
			case UserData.UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
			case 1, 3 -> new String(octets, StandardCharsets.ISO_8859_1);
			default -> Gsm7.decode(octets);
		};
		String from = deliver.getSourceAddr().startsWith("+") ? deliver.getSourceAddr() : "+" + deliver.getSourceAddr();
		Instant now = Instant.now();
		// SMPP numbers no answers: the same words within a minute are one brought again.
		String id = String.format(Locale.ROOT, "%s/mo/%s/%08x/%d", this.address.name(), from, words.hashCode(),
				now.getEpochSecond() / 60);
		this.incoming.reply(new Incoming.Reply(id, this.address.name(), from, words, now));
	}

	@Override
	public void onAcceptAlertNotification(AlertNotification alert) {
		log.debug("{}: a handset is back", this.address.name());
	}

	@Override
	public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
		throw new ProcessRequestException("data_sm is not taken", SMPPConstant.STAT_ESME_RINVCMDID);
	}

}
