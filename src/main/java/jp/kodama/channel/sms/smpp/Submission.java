package jp.kodama.channel.sms.smpp;

import java.io.IOException;

import jp.kodama.channel.sms.provider.ProviderAddress;
import jp.kodama.channel.sms.provider.Text;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/** The fields of our submit_sm. */
final class Submission {

	private final String from;

	private final TypeOfNumber ton;

	private final NumberingPlanIndicator npi;

	Submission(ProviderAddress address) {
		this.from = address.required("from").replaceFirst("^\\+", "");
		this.ton = TypeOfNumber.valueOf((byte) address.number("from-ton"));
		this.npi = NumberingPlanIndicator.valueOf((byte) address.number("from-npi"));
	}

	/** Submits one part; the SMSC's number of it. */
	String submit(SMPPSession session, Text text, UserData data, byte[] part) throws PDUException,
			ResponseTimeoutException, InvalidResponseException, NegativeResponseException, IOException {
		ESMClass kind = new ESMClass();
		if (data.parts().size() > 1) {
			kind.setSpecificFeature(GSMSpecificFeature.UDHI);
		}
		byte priority = (byte) (text.urgent() ? 1 : 0);
		return session
			.submitShortMessage("", this.ton, this.npi, this.from, TypeOfNumber.INTERNATIONAL,
					NumberingPlanIndicator.ISDN, text.to().substring(1), kind, (byte) 0, priority, null, null,
					new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE), (byte) 0,
					new RawDataCoding(data.coding()), (byte) 0, part)
			.getMessageId();
	}

}
