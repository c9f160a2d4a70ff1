package jp.kodama.backchannel.aircheck;

import java.util.List;

import jp.kodama.delivery.Encore;

import org.springframework.stereotype.Component;

/** Puts out once more what was not heard: on the same channel, or on another. */
@Component
class Unheard implements Encore {

	/** The batch of what is put out once more: there is only one. */
	static final String BATCH = "unheard";

	private final CheckTable table;

	Unheard(CheckTable table) {
		this.table = table;
	}

	@Override
	public List<Repeat> due() {
		return this.table.following().stream().map((one) -> new Repeat(one.getKey(), one.getValue(), BATCH)).toList();
	}

	@Override
	public void taken(Repeat repeat) {
		this.table.followed(repeat.alert(), repeat.channel());
	}

}
