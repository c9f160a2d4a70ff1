/**
 * Receivers that notify by mail: an SMTP server of our own, and what a mail means.
 */
@NullMarked
package jp.kodama.intake.mail;

import org.jspecify.annotations.NullMarked;
