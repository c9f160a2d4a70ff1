package jp.kodama.intake.tcp;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateHandler;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.ServerInitializerFactory;
import org.apache.camel.component.netty.handlers.ServerChannelHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each connection of a TCP source passes through: who may, how many, how long quiet,
 * where one telegram ends; then the route.
 */
final class TcpPipeline extends ServerInitializerFactory {

	private static final Logger log = LoggerFactory.getLogger(TcpPipeline.class);

	private final TcpSource source;

	private final NettyConsumer route;

	private final Supplier<Frames> frames;

	private final AtomicInteger open = new AtomicInteger();

	TcpPipeline(TcpSource source, NettyConsumer route, Supplier<Frames> frames) {
		this.source = source;
		this.route = route;
		this.frames = frames;
	}

	@Override
	public ServerInitializerFactory createPipelineFactory(NettyConsumer consumer) {
		return new TcpPipeline(this.source, consumer, this.frames);
	}

	@Override
	protected void initChannel(Channel channel) {
		channel.pipeline()
			.addLast("peers", new PeerFilter(this.source.peers()))
			.addLast("most", new Turnstile())
			.addLast("idle", new IdleStateHandler(this.source.limits().idleSeconds(), 0, 0))
			.addLast("frames", this.frames.get())
			.addLast(this.route.getEndpoint().getComponent().getExecutorService(), "route",
					new ServerChannelHandler(this.route));
	}

	/** So many connections and no more. */
	private final class Turnstile extends ChannelInboundHandlerAdapter {

		@Override
		public void channelActive(ChannelHandlerContext context) {
			int now = TcpPipeline.this.open.incrementAndGet();
			context.channel().closeFuture().addListener((closed) -> TcpPipeline.this.open.decrementAndGet());
			if (now > TcpPipeline.this.source.limits().connections()) {
				log.warn("source {}: {} connections are open, {} is turned away",
						TcpPipeline.this.source.settings().id(), now - 1, context.channel().remoteAddress());
				context.close();
				return;
			}
			context.fireChannelActive();
		}

	}

}
