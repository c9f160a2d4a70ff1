package jp.kodama.channel.radio.sip;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is called, and as whom.
 *
 * @param uri {@code sip:user@host[:port][;transport=tcp]}
 * @param caller our name before the {@code @}
 * @param user our name when the other end asks for a password
 * @param password read only when it is asked for; never kept
 * @param ringing how long to wait for an answer
 */
public record Callee(String uri, String caller, String user, Supplier<Optional<String>> password, Duration ringing) {
}
