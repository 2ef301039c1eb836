package io.vinbridge.chromedata.calls.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.Configured;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.chromedata.refusals.UpstreamRefused.About;
import io.vinbridge.failures.Reason;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalClassifierTest {

    private final RefusalClassifier refusals =
            new RefusalClassifier(Configured.account(), Configured.api(Map.of()), Configured.settings(Map.of()));

    @ParameterizedTest
    @CsvSource({
        "Invalid account number, CREDENTIALS",
        "AUTHENTICATION FAILED, CREDENTIALS",
        "Wrong password, CREDENTIALS",
        "This account is not entitled to country CA, ENTITLEMENT",
        "The license does not include build data, ENTITLEMENT",
        "No licence for this data, ENTITLEMENT",
        "Requested endpoint is forbidden, ENTITLEMENT",
        "You are not authorised, ENTITLEMENT",
        "Account quota exceeded, QUOTA",
        "Daily limit reached for a licensed account, QUOTA",
        "Too many calls, QUOTA",
        "java.lang.NullPointerException, OTHER",
    })
    void tellByTheTextWhatARefusalIsAbout(String text, About about) {
        UpstreamRefused refused = refusals.refused(text, About.OTHER);

        assertThat(refused.about()).isEqualTo(about);
        assertThat(refused.reason()).isEqualTo(Reason.UPSTREAM_REFUSED);
        assertThat(refused).hasMessage("ChromeData refused: " + text);
        assertThat(refused.retryAfter()).isEmpty();
    }

    @Test
    void goByTheStatusWhereTheTextSaysNothing() {
        assertThat(refusals.refused("ADS answered 401", About.CREDENTIALS).about())
                .isEqualTo(About.CREDENTIALS);
        assertThat(refusals.refused("403: over the quota", About.ENTITLEMENT).about())
                .isEqualTo(About.QUOTA);
    }

    @Test
    void goByThePatternsThatAreSet() {
        RefusalClassifier own = new RefusalClassifier(
                Configured.account(),
                Configured.api(Map.of()),
                Configured.settings(Map.of(
                        "credentials", "E-401", "entitlement", "E-403", "quota[0]", "E-429", "quota[1]", "E-509")));

        assertThat(own.refused("E-401", About.OTHER).about()).isEqualTo(About.CREDENTIALS);
        assertThat(own.refused("E-403", About.OTHER).about()).isEqualTo(About.ENTITLEMENT);
        assertThat(own.refused("E-429", About.OTHER).about()).isEqualTo(About.QUOTA);
        assertThat(own.refused("E-509", About.OTHER).about()).isEqualTo(About.QUOTA);
        assertThat(own.refused("Invalid account", About.OTHER).about()).isEqualTo(About.OTHER);
    }

    @Test
    void areOfTheAccountUnlessTheyAreAboutSomethingElse() {
        assertThat(About.CREDENTIALS.ofAccount()).isTrue();
        assertThat(About.ENTITLEMENT.ofAccount()).isTrue();
        assertThat(About.QUOTA.ofAccount()).isTrue();
        assertThat(About.OTHER.ofAccount()).isFalse();
    }

    @Test
    void repeatNeitherNumberNorSecret() {
        assertThat(refusals.refused("300123/s3cr3t is unknown, s3cr3t is", About.OTHER))
                .hasMessage("ChromeData refused: ***/*** is unknown, *** is");
    }

    @Test
    void areRepeatedUpToFiveHundredCharacters() {
        assertThat(refusals.refused("x".repeat(501), About.OTHER)).hasMessage("ChromeData refused: " + "x".repeat(500));
    }

    @Test
    void hideNothingWhereThereIsNoSecret() {
        RefusalClassifier without = new RefusalClassifier(
                Configured.account(Map.of("account-number", "", "account-secret", "")),
                Configured.api(Map.of("api-key", "", "api-secret", "")),
                Configured.settings(Map.of()));

        assertThat(without.refused("no", About.OTHER)).hasMessage("ChromeData refused: no");
    }

    @Property
    void showNoPartOfTheSecretWhereverItStands(@ForAll @IntRange(min = 480, max = 510) int before) {
        assertThat(refusals.refused("-".repeat(before) + "s3cr3t" + "-".repeat(20), About.OTHER)
                        .getMessage())
                .doesNotContain("s3");
    }
}
