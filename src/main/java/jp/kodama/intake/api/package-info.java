/**
 * Alerts over HTTP: {@code /api/v1/alerts}, in CAP's own words, refused as RFC 9457
 * problem details.
 */
@NullMarked
package jp.kodama.intake.api;

import org.jspecify.annotations.NullMarked;
