/**
 * Reads what the satellites of Michibiki (みちびき) send in disasters: sentences
 * {@code $QZQSM} with reports of 気象庁 (DCR) and of J-Alert, L-Alert and municipalities
 * (DCX). A second way beside the lines on the ground.
 */
@NullMarked
package jp.kodama.intake.michibiki;

import org.jspecify.annotations.NullMarked;
