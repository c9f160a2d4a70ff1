package jp.kodama.rendering;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * The one way from an alert to bytes, for preview, drill and air alike: marks drills,
 * then hands over to the channel's composer.
 */
@Component
public class Renderer {

	private final Map<String, Composer> composers;

	private final TemplateComposer otherwise;

	Renderer(Map<String, Composer> composers, TemplateComposer otherwise) {
		this.composers = composers;
		this.otherwise = otherwise;
	}

	/**
	 * Composes a delivery.
	 * @throws jp.kodama.alert.InvalidAlert if the channel cannot carry it
	 * @throws Composer.Unavailable if a part of the channel is missing
	 */
	public List<Artifact> render(Composition plan) {
		return composer(plan.channel().id()).compose(marked(plan));
	}

	/**
	 * Finds out whether the channel can carry it, for less than the whole work.
	 * @throws jp.kodama.alert.InvalidAlert if it cannot
	 * @throws Composer.Unavailable if a part of the channel is missing
	 */
	public void check(Composition plan) {
		composer(plan.channel().id()).check(marked(plan));
	}

	private static Composition marked(Composition plan) {
		return new Composition(plan.deliveryId(), DrillMark.on(plan.alert()), plan.board().marked(), plan.channel(),
				plan.recipients(), plan.at());
	}

	/** Why a channel cannot work on this machine; empty if it can. */
	public String unavailable(String channel) {
		return composer(channel).unavailable();
	}

	private Composer composer(String channel) {
		return this.composers.getOrDefault(channel, this.otherwise);
	}

}
