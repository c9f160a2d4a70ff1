/** What tests tell their stories with. */
@NullMarked
package jp.kodama.testing;

import org.jspecify.annotations.NullMarked;
