package jp.kodama.channel.radio;

import org.springframework.stereotype.Component;

/**
 * The station as a whole.
 *
 * @param onAir who is on the air
 * @param order which goes before which
 * @param zones where
 * @param batteries what they still bear
 */
@Component
record Station(OnAir onAir, AirOrder order, Zones zones, Batteries batteries) {
}
