package jp.kodama.audience.signup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import jp.kodama.audience.AddressRefused;
import jp.kodama.audience.residents.Consent;
import jp.kodama.audience.residents.Known;
import jp.kodama.audience.residents.QuietHours;
import jp.kodama.audience.residents.Resident;
import jp.kodama.audience.residents.Residents;
import jp.kodama.audience.residents.Directory;
import jp.kodama.audience.residents.Suppressions;

import org.springframework.stereotype.Component;

/** Joining and leaving, as residents say it themselves. */
@Component
class Membership {

	private static final String SELF = "resident";

	private final Residents residents;

	private final Directory directory;

	private final Suppressions suppressions;

	private final UnsubscribeTokens tokens;

	Membership(Residents residents, Directory directory, Suppressions suppressions, UnsubscribeTokens tokens) {
		this.residents = residents;
		this.directory = directory;
		this.suppressions = suppressions;
		this.tokens = tokens;
	}

	/** The token to leave by, of an address that is written to already. */
	Optional<String> leaveToken(SignupTable.Request request) {
		return this.directory.at(request.channel(), request.address())
			.filter(Known.Address::reachable)
			.map((one) -> this.tokens.of(one.recipient()));
	}

	/** Whoever has the address agreed, after all that they said before. */
	void join(SignupTable.Request request, String how, Instant at) {
		Optional<Known> known = this.directory.holder(request.channel(), request.address());
		if (known.isPresent() && known.get().resident().consent().at().isAfter(at)) {
			return;
		}
		Consent consent = new Consent(Consent.State.GIVEN, how, at);
		Map<String, List<String>> address = Map.of(request.channel(), List.of(request.address()));
		Resident resident = known.map(Known::resident)
			.map((one) -> new Resident(one.number(), one.name(), request.language(), home(one, request), consent,
					one.quiet(), Map.of()))
			.orElseGet(() -> new Resident(this.residents.freshNumber(), "", request.language(),
					new Resident.Home(request.district(), List.of()), consent, QuietHours.NEVER, address));
		this.residents.put(resident, SELF, "consent by " + request.channel());
		if (this.suppressions.holds(request.channel(), request.address(), at)) {
			this.suppressions.lift(request.channel(), request.address(), SELF, "signed up again");
		}
	}

	/** The municipality knows better where somebody lives than whoever left it blank. */
	private static Resident.Home home(Resident one, SignupTable.Request request) {
		return request.district().isEmpty() ? one.home() : new Resident.Home(request.district(), one.home().groups());
	}

	/** Whose link it is; empty for a link that nobody here made. */
	Optional<Known.Address> reader(String token) {
		OptionalLong recipient = this.tokens.read(token);
		return recipient.isPresent() ? this.directory.recipient(recipient.getAsLong()) : Optional.empty();
	}

	/** One address is not written to any more; the second time changes nothing. */
	void leave(Known.Address address, Instant now) {
		if (!this.suppressions.holds(address.channel(), address.address(), now)) {
			this.suppressions
				.add(new AddressRefused(address.channel(), address.address(), "本人が配信を停止 / unsubscribed by link", now));
		}
	}

}
