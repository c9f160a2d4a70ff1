package jp.kodama.channel.sms.provider;

import java.time.Instant;

/**
 * A message whose fate is not known yet.
 *
 * @param id the provider's number of it
 * @param sent when it was taken
 * @param times how often it was asked about
 */
public record Asked(String id, Instant sent, int times) {
}
