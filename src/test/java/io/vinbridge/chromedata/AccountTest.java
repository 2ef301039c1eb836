package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The account, and the version that its address names. */
class AccountTest {

    @ParameterizedTest
    @CsvSource({
        "https://services.chromedata.com/Description/7c, 7c",
        "https://services.chromedata.com/Description/7b/, 7b",
        "http://localhost:8082/Description/7a, 7a"
    })
    void readsTheVersionFromTheAddress(URI address, String version) {
        assertThat(account(address, "n", "s").version()).isEqualTo(version);
    }

    @Test
    void refusesAnAddressWithoutAVersion() {
        assertThatThrownBy(() -> account(URI.create("https://services.chromedata.com/Description"), "n", "s")
                        .version())
                .hasMessageContaining("CHROMEDATA_DESCRIBE_URL must end in the service version");
    }

    @Test
    void isCompleteWithNumberAndSecretAndShowsNeither() {
        URI address = URI.create("http://localhost/Description/7c");

        assertThat(account(address, "number", "secret").complete()).isTrue();
        assertThat(account(address, " ", "secret").complete()).isFalse();
        assertThat(account(address, "number", "").complete()).isFalse();
        assertThat(account(address, "number-4711", "secret-0815").toString())
                .doesNotContain("4711")
                .doesNotContain("0815");
    }

    private static Account account(URI address, String number, String secret) {
        return new Account(address, URI.create("http://localhost/media"), number, secret, "US", "en");
    }
}
