package jp.kodama.intake.tcp;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import jp.kodama.intake.Letter;
import jp.kodama.intake.xml.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of one connection into letters. What is too large or stops half-way is
 * passed on as spoiled, with its beginning, and the connection is closed: where its next
 * telegram would begin is not known any more.
 */
final class Frames extends ByteToMessageDecoder {

	/** How much of a spoiled telegram is kept. */
	private static final int BEGINNING = 64 * 1024;

	private final Framing framing;

	private final Function<byte[], Letter> letters;

	private final Runnable heard;

	private final long withinSeconds;

	/** What has begun is whole before this, {@link System#nanoTime()}; 0: nothing has. */
	private long deadline;

	private boolean over;

	/**
	 * Makes one.
	 * @param framing of this connection alone
	 * @param letters names what has come
	 * @param heard is told of a sign of life
	 * @param withinSeconds how long a telegram may take from its first byte to its last
	 */
	Frames(Framing framing, Function<byte[], Letter> letters, Runnable heard, long withinSeconds) {
		this.framing = framing;
		this.letters = letters;
		this.heard = heard;
		this.withinSeconds = withinSeconds;
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		if (this.over) {
			in.skipBytes(in.readableBytes());
			return;
		}
		try {
			byte[] frame = this.framing.next(in);
			if (frame == null) {
				await(context);
				return;
			}
			this.deadline = 0;
			deliver(frame, out);
		}
		catch (Unreadable ex) {
			spoil(context, in, out, ex);
		}
	}

	/** The other side has closed. */
	@Override
	protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
		super.decodeLast(context, in, out);
		if (this.over || !in.isReadable()) {
			return;
		}
		if (this.framing.wholeAtEnd()) {
			byte[] rest = new byte[in.readableBytes()];
			in.readBytes(rest);
			deliver(rest, out);
			return;
		}
		spoil(context, in, out, new Unreadable("途中で接続が切れました", "the connection ended half-way"));
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
		if (event instanceof IdleStateEvent) {
			context.close();
			return;
		}
		super.userEventTriggered(context, event);
	}

	private void deliver(byte[] frame, List<Object> out) {
		for (byte one : frame) {
			if (!Character.isWhitespace(one)) {
				out.add(this.letters.apply(frame));
				return;
			}
		}
		this.heard.run();
	}

	private void await(ChannelHandlerContext context) {
		if (this.deadline == 0 && actualReadableBytes() > 0) {
			long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(this.withinSeconds);
			this.deadline = (deadline != 0) ? deadline : 1;
			long mine = this.deadline;
			context.executor().schedule(() -> late(context, mine), this.withinSeconds, TimeUnit.SECONDS);
		}
	}

	private void late(ChannelHandlerContext context, long mine) {
		if (this.over || this.deadline != mine) {
			return;
		}
		spoiled(context, internalBuffer(), new Unreadable("途中で止まりました（" + this.withinSeconds + "秒）",
				"stopped half-way: not whole within " + this.withinSeconds + " s"));
	}

	private void spoil(ChannelHandlerContext context, ByteBuf in, List<Object> out, Unreadable why) {
		out.add(beginning(in).spoiled(why));
		in.skipBytes(in.readableBytes());
		this.over = true;
		context.close();
	}

	private void spoiled(ChannelHandlerContext context, @Nullable ByteBuf in, Unreadable why) {
		this.over = true;
		if (in != null) {
			context.fireChannelRead(beginning(in).spoiled(why));
		}
		context.close();
	}

	private Letter beginning(ByteBuf in) {
		byte[] beginning = new byte[Math.min(in.readableBytes(), BEGINNING)];
		in.getBytes(in.readerIndex(), beginning);
		return this.letters.apply(beginning);
	}

}
