/**
 * Alerts for other machines: CAP 1.2 (OASIS Common Alerting Protocol) and an Atom feed
 * (RFC 4287) that leads to them.
 */
@NullMarked
@NamedInterface("cap")
package jp.kodama.rendering.cap;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
