package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ChromeDataSettingsTest {

    @Test
    void sayNothingAndServeWell() {
        ChromeDataSettings settings = Configured.settings(Map.of());

        assertThat(settings.concurrentCalls()).isEqualTo(15);
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.answerTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.longestAnswer()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.largestAnswer()).isEqualTo(DataSize.ofMegabytes(32));
        assertThat(settings.buildData()).isFalse();
        assertThat(settings.switches())
                .containsExactly(
                        "ShowExtendedDescriptions",
                        "ShowAvailableEquipment",
                        "ShowConsumerInformation",
                        "ShowExtendedTechnicalSpecifications",
                        "IncludeDefinitions");
        assertThat(settings.breaker())
                .isEqualTo(new ChromeDataSettings.Breaker(
                        50, 20, 10, Duration.ofSeconds(15), Duration.ofMinutes(5), 3, Duration.ofMinutes(1), 3));
    }

    @Test
    void takeAnOperatorsOwnPatternsInPlaceOfOurs() {
        ChromeDataSettings settings =
                Configured.settings(Map.of("quota[0]", "over the cap", "quota[1]", "(?i)QUOTA-[0-9]{1,3}"));

        assertThat(settings.quota())
                .extracting(Pattern::pattern)
                .containsExactly("over the cap", "(?i)QUOTA-[0-9]{1,3}");
        assertThat(settings.credentials()).extracting(Pattern::pattern).hasSize(1);
    }

    @Test
    void changeOneBreakerSettingAndKeepTheOthers() {
        assertThat(Configured.settings(Map.of("breaker.open-for", "2s")).breaker())
                .isEqualTo(new ChromeDataSettings.Breaker(
                        50, 20, 10, Duration.ofSeconds(2), Duration.ofMinutes(5), 3, Duration.ofMinutes(1), 3));
    }
}
