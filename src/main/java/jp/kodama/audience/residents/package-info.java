/**
 * Residents: who they are, where and whether they may be written to, and what was decided
 * about their addresses.
 */
@NullMarked
@NamedInterface("residents")
package jp.kodama.audience.residents;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
