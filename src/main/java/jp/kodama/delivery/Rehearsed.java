package jp.kodama.delivery;

/**
 * A parcel was written to the rehearsal sink.
 *
 * @param parcel what it held
 */
public record Rehearsed(Parcel.Rehearsal parcel) {
}
