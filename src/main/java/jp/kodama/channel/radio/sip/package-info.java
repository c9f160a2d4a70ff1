/**
 * Calls as a telephone makes them: SIP (RFC 3261) with digest authentication (RFC 7616)
 * and session descriptions (RFC 4566, RFC 3264).
 */
@NullMarked
package jp.kodama.channel.radio.sip;

import org.jspecify.annotations.NullMarked;
