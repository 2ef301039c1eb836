package io.vinbridge.gallery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of listings.
 *
 * @param freshFor how old a style's listing may be before it is served as stale
 */
@ConfigurationProperties("vinbridge.gallery")
record GallerySettings(@DefaultValue("30d") Duration freshFor) {}
