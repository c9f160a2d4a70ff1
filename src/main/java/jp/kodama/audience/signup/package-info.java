/**
 * What residents do themselves: sign up by a link in a mail, and leave with one click.
 */
@NullMarked
@NamedInterface("signup")
package jp.kodama.audience.signup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
