package io.vinbridge.publishing.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.failures.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

    /** The expected signatures were made with openssl dgst -sha256 -mac HMAC. */
    @Test
    void signsAsStandardWebhooksHasIt() {
        SigningSecret published = SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        SigningSecret own = SigningSecret.of("whsec_dmluYnJpZGdlLXdlYmhvb2stdGVzdC1zZWNyZXQtMDE=");

        assertThat(published.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, bytes("{\"test\": 2432232314}")))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(own.sign(
                        "123",
                        1760000000,
                        bytes("{\"type\":\"vehicle.changed\",\"data\":{\"vin\":\"1HGCY2F67PAA12345\"}}")))
                .isEqualTo("v1,7CL15+d74vymFb4BO7Z/xHxwMqgFpy3lXXV+H/s4OUk=");
    }

    @Test
    void isMadeOf32RandomBytesAndReadBack() {
        String made = SigningSecret.fresh().text();

        assertThat(made).startsWith("whsec_").isNotEqualTo(SigningSecret.fresh().text());
        assertThat(Base64.getDecoder().decode(made.substring(6))).hasSize(32);
        assertThat(SigningSecret.of(made).text()).isEqualTo(made);
        assertThat(SigningSecret.of(made)).asString().isEqualTo("whsec_...");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 64})
    void takesFrom24To64Bytes(int length) {
        String text = "whsec_" + Base64.getEncoder().encodeToString(new byte[length]);

        assertThat(SigningSecret.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "whsec_",
                "whsec_????????????????????????????????",
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void refusesEverythingElseWithoutTellingIt(String text) {
        assertThatThrownBy(() -> SigningSecret.of(text))
                .isInstanceOf(Failure.class)
                .hasMessage("A secret is \"whsec_\" and 24 to 64 bytes in Base64; leave it out to have one made");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
