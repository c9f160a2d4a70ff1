/**
 * What a town sets about listening: {@code config/monitors.yaml}.
 */
@NullMarked
@NamedInterface("settings")
package jp.kodama.backchannel.settings;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
