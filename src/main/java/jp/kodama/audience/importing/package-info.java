/**
 * Residents by CSV: what a municipality's spreadsheet says is checked row by row, shown,
 * and only then taken in.
 */
@NullMarked
@NamedInterface("importing")
package jp.kodama.audience.importing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
