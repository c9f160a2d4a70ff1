/**
 * Screens in public places: each pulls a playlist, is told when it changes, and says what
 * it shows. Two worlds, live and rehearsal, never meet.
 */
@NullMarked
package jp.kodama.channel.signage;

import org.jspecify.annotations.NullMarked;
