/** Real ends of the radio's wires, on the loopback: telephones and listeners. */
@NullMarked
package jp.kodama.channel.radio.peer;

import org.jspecify.annotations.NullMarked;
