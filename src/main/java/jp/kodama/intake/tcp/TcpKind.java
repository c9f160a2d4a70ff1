package jp.kodama.intake.tcp;

import java.util.Objects;

import io.netty.channel.Channel;
import jp.kodama.intake.Reception;
import jp.kodama.intake.source.SourceKind;
import jp.kodama.intake.source.SourceSettings;
import jp.kodama.intake.source.SourceWatch;
import jp.kodama.intake.source.Sources;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.ServerInitializerFactory;

import org.springframework.stereotype.Component;

/**
 * The kind {@code tcp}: gives the route of each such source the pipeline that its
 * settings ask for.
 */
@Component("tcpPipeline")
class TcpKind extends ServerInitializerFactory implements SourceKind {

	private final Sources sources;

	private final Reception reception;

	private final SourceWatch watch;

	TcpKind(Sources sources, Reception reception, SourceWatch watch) {
		this.sources = sources;
		this.reception = reception;
		this.watch = watch;
	}

	@Override
	public String name() {
		return "tcp";
	}

	@Override
	public void check(SourceSettings source) {
		TcpSource.of(source);
	}

	@Override
	public ServerInitializerFactory createPipelineFactory(NettyConsumer consumer) {
		String id = Sources.idOf(Objects.requireNonNull(consumer.getRoute()).getRouteId());
		TcpSource source = TcpSource.of(this.sources.get(id));
		return new TcpPipeline(source, consumer,
				() -> new Frames(source.framing().get(), (bytes) -> this.reception.letter(id, bytes),
						() -> this.watch.heard(id), source.limits().withinSeconds()));
	}

	@Override
	protected void initChannel(Channel channel) {
		throw new IllegalStateException("each route has a pipeline of its own");
	}

}
