package jp.kodama.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import jp.kodama.delivery.ChannelSettings;
import jp.kodama.delivery.Channels;
import jp.kodama.intake.source.SourceSettings;
import jp.kodama.intake.source.Sources;
import jp.kodama.rendering.cap.Signing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The settings' part of {@code ./kodama doctor}, read by the code that the server reads
 * them with. Exit code 1 if something must be put right.
 */
@Command(name = "doctor", hidden = true, description = "設定の診断 / checks the settings")
final class Doctor implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--root", defaultValue = "${sys:kodama.root:-.}")
	private Path root = Path.of(".");

	@Override
	public Integer call() {
		PrintWriter out = Objects.requireNonNull(this.spec).commandLine().getOut();
		Channels channels;
		try {
			channels = Channels.load(this.root);
		}
		catch (RuntimeException ex) {
			line(out, "✗", "channels", String.valueOf(ex.getMessage()));
			return 1;
		}
		line(out, "✓", "channels", channels.all().size() + " 手段 / channels: config/channels.yaml");
		boolean whole = true;
		for (ChannelSettings channel : channels.all()) {
			whole &= examine(out, channel);
		}
		return (whole & sources(out) & signing(out)) ? 0 : 1;
	}

	/** Whether the key for CAP documents can be used, if there is one. */
	private boolean signing(PrintWriter out) {
		Signing signing = Signing.load(this.root);
		line(out, signing.faulty() ? "✗" : "–", "CAP", signing.state());
		return !signing.faulty();
	}

	/** Whether the list of sources can be read, and which listen or ask. */
	private boolean sources(PrintWriter out) {
		try {
			for (SourceSettings source : Sources.load(this.root, this.root).all()) {
				line(out, source.enabled() ? "✓" : "–", source.id(),
						"受信源 / source: " + source.kind() + " " + (source.enabled() ? source.address() : "停止中 / off"));
			}
			return true;
		}
		catch (RuntimeException ex) {
			line(out, "✗", "sources", String.valueOf(ex.getMessage()));
			return false;
		}
	}

	/** A secret that is not there stops only a channel that is to reach the public. */
	private static boolean examine(PrintWriter out, ChannelSettings channel) {
		String secret = channel.entry().secret();
		boolean absent = !secret.isEmpty() && channel.secret().isEmpty();
		String mode = channel.live() ? "本番 / live" : "訓練のみ / rehearses";
		if (!absent) {
			line(out, "✓", channel.id(), mode);
		}
		else if (channel.live()) {
			line(out, "✗", channel.id(), mode + "; 鍵がありません / secret is absent → " + secret);
		}
		else {
			line(out, "–", channel.id(), mode + "; 本番には鍵が必要 / to go live it needs " + secret);
		}
		return !(absent && channel.live());
	}

	private static void line(PrintWriter out, String sign, String part, String state) {
		out.printf("  %s  %-14s %s%n", sign, part, state);
	}

}
