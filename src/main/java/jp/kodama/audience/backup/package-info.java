/**
 * All that is known of residents in one encrypted file, and back again.
 */
@NullMarked
@NamedInterface("backup")
package jp.kodama.audience.backup;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
