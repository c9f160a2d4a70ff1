/**
 * Reads XML that others wrote, without trusting it.
 */
@NullMarked
package jp.kodama.intake.xml;

import org.jspecify.annotations.NullMarked;
