/**
 * Contact closures: a relay of a receiver that closes when something is to be said.
 */
@NullMarked
package jp.kodama.intake.contact;

import org.jspecify.annotations.NullMarked;
