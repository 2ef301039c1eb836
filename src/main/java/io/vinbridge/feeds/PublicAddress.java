package io.vinbridge.feeds;

import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Address under which the service is reached from outside.
 *
 * @param publicUrl base of absolute addresses, such as `https://vehicles.example.com`; feeds and JSON-LD are refused
 *     without it
 */
@ConfigurationProperties("vinbridge")
public record PublicAddress(
        @ClusterWide @Form(value = Form.WEB, words = Form.WEB_WORDS)
        String publicUrl) {

    /** Whether it is set. */
    public boolean known() {
        return publicUrl != null && !publicUrl.isBlank();
    }

    /** What absolute addresses begin with, without a slash at its end. */
    public String base() {
        return publicUrl.strip().replaceFirst("/+$", "");
    }
}
