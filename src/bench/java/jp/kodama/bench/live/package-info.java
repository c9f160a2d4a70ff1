/** From an officer's mouth to the console and to a draft, in real time through Icecast. */
package jp.kodama.bench.live;
