/**
 * From an officer's words to a released alert: templates, drafts, the check before
 * release, and the second person.
 */
@NullMarked
package jp.kodama.approval;

import org.jspecify.annotations.NullMarked;
