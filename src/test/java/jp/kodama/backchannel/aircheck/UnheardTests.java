package jp.kodama.backchannel.aircheck;

import java.util.List;
import java.util.Map;

import jp.kodama.delivery.Encore.Repeat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** What was not heard is put out once more, whenever it was written down. */
class UnheardTests {

	private final CheckTable table = mock(CheckTable.class);

	private final Unheard unheard = new Unheard(this.table);

	@Test
	void whatIsWrittenDownWhileNothingIsFoundIsFoundTheNextTime() {
		when(this.table.following()).thenReturn(List.of(), List.of(Map.entry("17461-1", "radio")));
		assertThat(this.unheard.due()).isEmpty();
		assertThat(this.unheard.due()).containsExactly(new Repeat("17461-1", "radio", Unheard.BATCH));
	}

}
