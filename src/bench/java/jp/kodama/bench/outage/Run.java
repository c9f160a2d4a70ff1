package jp.kodama.bench.outage;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;

import jp.kodama.bench.Bench;
import jp.kodama.bench.Engine;
import jp.kodama.bench.Figures;
import jp.kodama.bench.Posts;
import jp.kodama.bench.Sink;
import jp.kodama.bench.Sinks;

/**
 * The other channels' times while the mail server works, and after it was stopped
 * (SIGSTOP): TCP connects still, and nobody answers. Arguments: alerts each (100), per
 * second (1).
 */
public final class Run implements Bench.Workload {

	private static final int WARM = 30;

	@Override
	public Figures run(List<String> arguments) throws Exception {
		int count = arguments.isEmpty() ? 100 : Integer.parseInt(arguments.get(0));
		double rate = (arguments.size() > 1) ? Double.parseDouble(arguments.get(1)) : 1;
		Process mail = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
				System.getProperty("java.class.path"), Server.class.getName())
			.start();
		try (BufferedReader said = mail.inputReader()) {
			int port = Integer.parseInt(said.readLine());
			Engine engine = new Engine(Path.of(System.getenv().getOrDefault("KODAMA_ROOT", ".")));
			Sinks sinks = new Sinks(engine, port);
			Figures figures = new Figures();
			engine.start();
			sinks.connect();
			Posts posts = new Posts(engine);
			posts.at(rate, WARM);
			phase(figures, sinks, "mail works: ", posts.at(rate, count));
			new ProcessBuilder("kill", "-STOP", Long.toString(mail.pid())).start().waitFor();
			phase(figures, sinks, "mail stopped: ", posts.at(rate, count));
			engine.stop();
			return figures;
		}
		finally {
			mail.destroyForcibly();
		}
	}

	private static void phase(Figures figures, Sinks sinks, String row, List<Posts.Post> posts) throws Exception {
		Thread.sleep(1000);
		figures.withTimes(row + "acknowledged", posts.stream().map((one) -> one.acknowledged() - one.due()).toList());
		sinks.report(figures, row, posts.stream().map(Posts.Post::due).toList());
	}

	/** A mail server in a process that can be stopped; prints its port. */
	public static final class Server {

		private Server() {
		}

		public static void main(String[] args) throws Exception {
			System.out.println(Sink.smtp().port());
			Thread.currentThread().join();
		}

	}

}
