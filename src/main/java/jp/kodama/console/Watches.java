package jp.kodama.console;

import jp.kodama.backchannel.monitor.Monitors;
import jp.kodama.intake.source.SourceWatch;
import jp.kodama.probe.Probe;
import jp.kodama.rendering.cap.CapDocuments;

import org.springframework.stereotype.Component;

/**
 * What else the status page asks besides the channels.
 *
 * @param sources whether every source is heard
 * @param probe how the last self-test went
 * @param documents whether CAP goes out signed
 * @param monitors whether the radio is heard
 */
@Component
record Watches(SourceWatch sources, Probe probe, CapDocuments documents, Monitors monitors) {
}
