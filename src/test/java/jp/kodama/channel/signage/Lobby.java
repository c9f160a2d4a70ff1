package jp.kodama.channel.signage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import jp.kodama.KodamaApplication;
import jp.kodama.alert.Alert;
import jp.kodama.alert.AlertJournal;
import jp.kodama.delivery.Evidence;
import jp.kodama.receipt.Receipts;
import jp.kodama.receipt.Receipts.Receipt;
import jp.kodama.testing.Town;
import org.apache.camel.ProducerTemplate;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A town with screens and no other channel, on a real port. */
final class Lobby implements AutoCloseable {

	private final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext kodama;

	/**
	 * Starts it.
	 * @param folder where its state lies; started again there, it goes on
	 * @param mode live or rehearsal
	 */
	Lobby(Path folder, String mode, String... more) throws IOException {
		Path root = folder.resolve("root");
		if (!Files.exists(root)) {
			Town.in(root);
			Files.createSymbolicLink(root.resolve("channels"), Path.of("channels").toAbsolutePath());
			Files.writeString(root.resolve("config/channels.yaml"),
					"kodama: {channels: {signage: {mode: " + mode + "}}}\n");
		}
		this.kodama = new SpringApplicationBuilder(KodamaApplication.class).run(
				Stream
					.concat(Stream.of("--spring.config.additional-location=file:config/",
							"--kodama.home=" + folder.resolve("home"), "--kodama.root=" + root, "--server.port=0"),
							Stream.of(more))
					.toArray(String[]::new));
	}

	/** An alert is released and fanned out. */
	void release(Alert alert) {
		bean(AlertJournal.class).enterReleased(alert, "test", "");
		bean(ProducerTemplate.class).sendBody("direct:released", alert.identifier());
	}

	/** The evidence of one kind about an alert. */
	List<Receipt> evidence(Alert alert, Evidence kind) {
		return bean(Receipts.class).of(alert.identifier()).stream().filter((one) -> one.evidence() == kind).toList();
	}

	<T> T bean(Class<T> type) {
		return this.kodama.getBean(type);
	}

	HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
		return this.http.send(((headers.length > 0) ? request.headers(headers) : request).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json));
		return this.http.send(((headers.length > 0) ? request.headers(headers) : request).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	/** Listens; the events' lines arrive in the list until the lobby closes. */
	List<String> listen(String path) {
		List<String> lines = new CopyOnWriteArrayList<>();
		this.http.sendAsync(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofLines())
			.thenAccept((response) -> {
				lines.add("status:" + response.statusCode());
				response.body().forEach(lines::add);
			})
			// A stop may end the stream in the middle of a chunk: that too is an end.
			.whenComplete((done, cut) -> lines.add("closed"));
		return lines;
	}

	URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.kodama.getEnvironment().getProperty("local.server.port") + path);
	}

	@Override
	public void close() {
		this.kodama.close();
	}

}
