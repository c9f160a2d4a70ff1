package jp.kodama;

import java.beans.PropertyEditorSupport;
import java.nio.file.Path;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Folders in settings are what they look like: in a web application Spring takes a
 * relative path, such as {@code .}, for one inside the web server's own folder.
 */
@Configuration(proxyBeanMethods = false)
class PathConfiguration {

	@Bean
	static BeanFactoryPostProcessor plainPaths() {
		return (beans) -> beans
			.addPropertyEditorRegistrar((registry) -> registry.registerCustomEditor(Path.class, new PlainPath()));
	}

	/** Reads a path as the command line would. */
	private static final class PlainPath extends PropertyEditorSupport {

		@Override
		public void setAsText(String text) {
			setValue(Path.of(text).toAbsolutePath().normalize());
		}

	}

}
