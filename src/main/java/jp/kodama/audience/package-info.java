/**
 * Whom an alert is for: municipalities, districts, recipients.
 */
@NullMarked
package jp.kodama.audience;

import org.jspecify.annotations.NullMarked;
