package jp.kodama.intake.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may stand in the list of sources, and what stops the start. */
class SourcesTests {

	@TempDir
	Path root;

	@Test
	void theFolderIsThereWithoutAnyConfiguration() {
		assertThat(Sources.load(this.root, this.root).all()).extracting(SourceSettings::id).containsExactly("inbox");
	}

	@Test
	void theProjectsOwnListCanBeUsedAsItIs() {
		Sources sources = Sources.load(Path.of("."), this.root);
		assertThat(sources.has("push", "http")).isTrue();
		assertThat(sources.get("receiver").enabled()).isFalse();
		assertThat(sources.get("receiver").entry().silentAfter()).isEqualTo(Duration.ofHours(25));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			{kind: tcp, adress: 'x:1'}                                    | kodama.sources.one.adress
			{kind: tcp, address: 'x:1', silent-after: soon}               | kodama.sources.one.silent-after
			{address: 'x:1'}                                              | kodama.sources.one.kind
			{kind: folder}                                                | kodama.sources.one.kind
			{kind: telepathy}                                             | kodama.sources.one.kind
			{kind: tcp}                                                   | kodama.sources.one.address
			{kind: tcp, address: 'x:1', options: {framin: length}}        | kodama.sources.one.options.framin
			{kind: http, address: 'x:1'}                                  | kodama.sources.one.address
			""")
	void aBrokenEntryStopsTheStartByFileAndField(String entry, String field) {
		assertThatThrownBy(() -> start("one: " + entry)).hasMessageContaining("config/sources.yaml")
			.hasMessageContaining(field);
	}

	@Test
	void anIdThatIsNoNameStopsTheStart() {
		assertThatThrownBy(() -> start("\"../One\": {kind: tcp}")).hasMessageContaining("config/sources.yaml");
	}

	@Test
	void aSourceThatIsOffIsNotLookedAtFurther() throws Exception {
		assertThat(start("one: {kind: telepathy, enabled: false}")).isEmpty();
	}

	@Test
	void aSourceGetsTheRouteOfItsKindAndItsDefaults() throws Exception {
		assertThat(start("one: {kind: tcp, address: '127.0.0.1:1'}")).containsExactly("source-one");
	}

	private List<String> start(String entry) throws Exception {
		write(entry);
		Sources sources = Sources.load(this.root, this.root);
		try (DefaultCamelContext camel = new DefaultCamelContext()) {
			for (String kind : List.of("tcp", "http")) {
				PluginHelper.getRoutesLoader(camel)
					.loadRoutes(ResourceHelper.resolveMandatoryResource(camel,
							"file:routes/10-source-" + kind + ".camel.yaml"));
			}
			SourceStarter starter = org.mockito.Mockito.mock(SourceStarter.class);
			new SourceRoutes(sources, List.of(), starter).beforeApplicationStart(camel);
			return camel.getRouteDefinitions().stream().map((route) -> route.getId()).toList();
		}
	}

	private void write(String entry) throws IOException {
		Files.createDirectories(this.root.resolve("config"));
		Files.writeString(this.root.resolve("config/sources.yaml"), "kodama:\n  sources:\n    " + entry + "\n");
	}

}
