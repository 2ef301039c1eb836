package io.vinbridge.chromedata.cvd;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.Configured;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both signatures, against the published check values. */
class SignatureTest {

    @Test
    void isAnHmacOfTheDateThatIsSent() {
        Signature signature = Signature.hmac("my-key", "test-secret", "Thu, 15 May 2025 17:40:21 GMT");

        assertThat(signature.header()).isEqualTo("Authtoken");
        assertThat(signature.date()).isEqualTo("Thu, 15 May 2025 17:40:21 GMT");
        assertThat(signature.value())
                .isEqualTo("Signature keyId=\"my-key\",algorithm=\"hmac-sha1\","
                        + "signature=\"kXGXp2mT%2BSa3xuxsGTtCCdducLM%3D\"");
    }

    @Test
    void isADigestOfNonceTimeAndSecretWithAtmosphere() {
        Signature signature = Signature.atmosphere("autodata-1", "shared-secret", "abc123nonce", 1700000000000L);

        assertThat(signature.header()).isEqualTo("Authorization");
        assertThat(signature.date()).isNull();
        assertThat(signature.value())
                .isEqualTo("Atmosphere realm=\"http://chromedata.com\",chromedata_app_id=\"autodata-1\","
                        + "chromedata_nonce=\"abc123nonce\",chromedata_secret_digest=\"bL9iLIgCVmBKolZ+jkwXXyCCuqo=\","
                        + "chromedata_digest_method=\"SHA1\",chromedata_version=\"1.0\","
                        + "chromedata_timestamp=\"1700000000000\"");
    }

    @Test
    void writesTheDayWithTwoDigits() {
        Signature signature = Signature.of(Configured.api(Map.of()), Instant.parse("2026-02-03T04:05:06Z"));

        assertThat(signature.date()).isEqualTo("Tue, 03 Feb 2026 04:05:06 GMT");
    }

    @Test
    void isANewOneForEachAttempt() {
        ApiAccount account = Configured.api(Map.of("api-auth", "atmosphere"));
        Instant now = Instant.parse("2026-02-03T04:05:06Z");

        assertThat(Signature.of(account, now).value())
                .isNotEqualTo(Signature.of(account, now).value());
    }

    @Test
    void showsNeitherKeyNorSecret() {
        assertThat(Signature.of(Configured.api(Map.of()), Instant.EPOCH)).hasToString("Signature[Authtoken]");
        assertThat(Configured.api(Map.of()).toString()).doesNotContain("my-key").doesNotContain("s3cr3t");
    }
}
