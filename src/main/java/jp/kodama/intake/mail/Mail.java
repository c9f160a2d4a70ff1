package jp.kodama.intake.mail;

import jp.kodama.intake.xml.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it came.
 *
 * @param bytes of it, RFC 5322; only its beginning if it is too large
 * @param fault why it cannot be used; null if it can
 */
record Mail(byte[] bytes, @Nullable Unreadable fault) {
}
