package jp.kodama.intake.tcp;

import java.nio.ByteOrder;

import io.netty.buffer.ByteBuf;
import jp.kodama.intake.xml.Unreadable;
import org.jspecify.annotations.Nullable;

/** Each telegram after its length in bytes; a length of 0 is a sign of life. */
final class LengthFraming implements Framing {

	private final int width;

	private final ByteOrder order;

	private final int most;

	/**
	 * Makes one.
	 * @param width of the length, 2 or 4 bytes
	 * @param order of its bytes
	 * @param most the largest telegram
	 */
	LengthFraming(int width, ByteOrder order, int most) {
		this.width = width;
		this.order = order;
		this.most = most;
	}

	@Override
	public byte @Nullable [] next(ByteBuf in) throws Unreadable {
		if (in.readableBytes() < this.width) {
			return null;
		}
		long length = length(in);
		if (length > this.most) {
			throw Framing.tooLarge(length, this.most);
		}
		if (in.readableBytes() < this.width + length) {
			return null;
		}
		byte[] frame = new byte[(int) length];
		in.skipBytes(this.width).readBytes(frame);
		return frame;
	}

	@Override
	public boolean wholeAtEnd() {
		return false;
	}

	private long length(ByteBuf in) {
		boolean little = this.order == ByteOrder.LITTLE_ENDIAN;
		int at = in.readerIndex();
		if (this.width == 2) {
			return little ? in.getUnsignedShortLE(at) : in.getUnsignedShort(at);
		}
		return little ? in.getUnsignedIntLE(at) : in.getUnsignedInt(at);
	}

}
