/**
 * The launcher's Java side: commands that run without the server, or talk to the one on
 * this machine.
 */
@NullMarked
package jp.kodama.command;

import org.jspecify.annotations.NullMarked;
