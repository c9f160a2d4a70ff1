package jp.kodama.rendering;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.FileTemplateResolver;

import org.springframework.stereotype.Component;

/**
 * Fills in the templates of the channel folders. The suffix says how values are escaped:
 * {@code .html}, {@code .xml}, {@code .json} (as JavaScript) and {@code .txt} (as they
 * are, with {@code [(${…})]}).
 */
@Component
public class Templates {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	/** Reads templates from disk; keeps those it has read. */
	public Templates() {
		List.of(resolver(TemplateMode.TEXT, "*.txt"), resolver(TemplateMode.HTML, "*.html"),
				resolver(TemplateMode.JAVASCRIPT, "*.json"), resolver(TemplateMode.XML, "*.xml"))
			.forEach(this.engine::addTemplateResolver);
	}

	/**
	 * Fills in one template.
	 * @throws org.thymeleaf.exceptions.TemplateEngineException naming the file and line
	 */
	public String render(Path template, Map<String, ?> model) {
		return this.engine.process(template.toString(), new Context(Locale.JAPAN, Map.copyOf(model)));
	}

	private static FileTemplateResolver resolver(TemplateMode mode, String pattern) {
		FileTemplateResolver resolver = new FileTemplateResolver();
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		resolver.setResolvablePatterns(Set.of(pattern));
		resolver.setName(pattern);
		return resolver;
	}

}
