/**
 * The alert in the terms of CAP 1.2 (OASIS Common Alerting Protocol), its life cycle and
 * its journal. Depends on no other package of Kodama.
 */
@NullMarked
package jp.kodama.alert;

import org.jspecify.annotations.NullMarked;
