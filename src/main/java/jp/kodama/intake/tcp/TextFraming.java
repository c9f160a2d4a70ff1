package jp.kodama.intake.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import jp.kodama.intake.xml.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Each telegram up to a mark: a line feed, which is no part of it, or the closing tag of
 * the document, which is. Blanks between telegrams, or a line of nothing else, are a sign
 * of life.
 */
final class TextFraming implements Framing {

	private final byte[] mark;

	private final boolean part;

	private final int most;

	/** How many bytes have been searched for the mark already. */
	private int searched;

	/**
	 * Makes one.
	 * @param mark what ends a telegram
	 * @param part whether the mark belongs to it
	 * @param most the largest telegram, bytes
	 */
	TextFraming(byte[] mark, boolean part, int most) {
		this.mark = mark.clone();
		this.part = part;
		this.most = most;
	}

	@Override
	public byte @Nullable [] next(ByteBuf in) throws Unreadable {
		if (this.part && blank(in) > 0) {
			this.searched = 0;
			return new byte[0];
		}
		int length = find(in);
		if (((length < 0) ? in.readableBytes() : length) > this.most) {
			throw Framing.tooLarge((length < 0) ? in.readableBytes() : length, this.most);
		}
		if (length < 0) {
			this.searched = Math.max(0, in.readableBytes() - this.mark.length + 1);
			return null;
		}
		this.searched = 0;
		byte[] frame = new byte[length + (this.part ? this.mark.length : 0)];
		in.readBytes(frame);
		if (!this.part) {
			in.skipBytes(this.mark.length);
		}
		return frame;
	}

	/** A line's end may be missing at the end of all; a closing tag may not. */
	@Override
	public boolean wholeAtEnd() {
		return !this.part;
	}

	private int find(ByteBuf in) {
		ByteBuf rest = in.slice(in.readerIndex() + this.searched, in.readableBytes() - this.searched);
		int found = ByteBufUtil.indexOf(Unpooled.wrappedBuffer(this.mark), rest);
		return (found < 0) ? -1 : this.searched + found;
	}

	/** Drops blanks before a telegram. */
	private static int blank(ByteBuf in) {
		int dropped = 0;
		while (in.isReadable() && Character.isWhitespace(in.getByte(in.readerIndex()))) {
			in.skipBytes(1);
			dropped++;
		}
		return dropped;
	}

}
