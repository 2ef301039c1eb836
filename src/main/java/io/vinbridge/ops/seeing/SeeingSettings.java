package io.vinbridge.ops.seeing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody is told that something is amiss.
 *
 * @param deadLetters how many dead letters may wait before health says so
 */
@ConfigurationProperties("vinbridge.seeing")
record SeeingSettings(@DefaultValue("100") int deadLetters) {}
