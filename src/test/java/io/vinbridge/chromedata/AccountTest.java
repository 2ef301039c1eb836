package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    @Test
    void asksTheAmericanDataInEnglishOfTheNewestServiceUnlessToldOtherwise() {
        Account account = Configured.account();

        assertThat(account.describeUrl()).isEqualTo(URI.create("https://services.chromedata.com/Description/7c"));
        assertThat(account.mediaUrl()).isEqualTo(URI.create("https://media.chromedata.com/MediaGallery/service"));
        assertThat(account.country()).isEqualTo("US");
        assertThat(account.language()).isEqualTo("en");
        assertThat(account.version()).isEqualTo("7c");
    }

    @ParameterizedTest
    @CsvSource({
        "https://services.chromedata.com/Description/7a, 7a",
        "http://services.chromedata.com:80/Description/7b, 7b",
        "http://127.0.0.1:9000/Description/7c/, 7c",
        "https://proxy.example/chrome/v2/7a?tenant=1, 7a",
    })
    void readsTheVersionFromTheAddress(String address, String version) {
        assertThat(describedAt(address).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://services.chromedata.com/Description",
                "https://services.chromedata.com/7c/Description",
                "https://services.chromedata.com/Description/8a",
                "https://services.chromedata.com",
                "localhost:9000/Description/7c",
                "services.chromedata.com",
            })
    void saysHowTheAddressMustEndWhereItNamesNoVersion(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> describedAt(address).version())
                .withMessage("CHROMEDATA_DESCRIBE_URL must end in the service version, such as /Description/7c, but is "
                        + address);
    }

    @Test
    void isCompleteWithNumberAndSecretOnly() {
        assertThat(Configured.account().complete()).isTrue();
        assertThat(Configured.account(Map.of("account-number", " ")).complete()).isFalse();
        assertThat(Configured.account(Map.of("account-secret", "")).complete()).isFalse();
    }

    @Test
    void neverShowsItsNumberOrSecret() {
        assertThat(Configured.account())
                .hasToString("Account[https://services.chromedata.com/Description/7c,"
                        + " https://media.chromedata.com/MediaGallery/service, US/en]");
    }

    private static Account describedAt(String address) {
        return Configured.account(Map.of("describe-url", address));
    }
}
