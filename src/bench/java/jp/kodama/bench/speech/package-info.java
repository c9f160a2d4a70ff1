/** How well what is spoken is understood, in quiet and in noise, and how fast. */
package jp.kodama.bench.speech;
