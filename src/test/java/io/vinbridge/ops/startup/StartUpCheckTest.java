package io.vinbridge.ops.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.failures.StartUpProblem;
import io.vinbridge.ops.routes.RoutesLocation;
import io.vinbridge.testing.Relay;
import io.vinbridge.testing.TestServers;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What an operator reads whose settings are not complete. */
class StartUpCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chromedata.account-number | ''                        | There is no ChromeData account | CHROMEDATA_ACCOUNT_NUMBER and CHROMEDATA_ACCOUNT_SECRET",
                "chromedata.account-secret | ''                        | There is no ChromeData account | CHROMEDATA_ACCOUNT_NUMBER and CHROMEDATA_ACCOUNT_SECRET",
                "chromedata.describe-url   | http://localhost/describe | must end in the service version | CHROMEDATA_DESCRIBE_URL",
                "spring.datasource.url     | jdbc:postgresql://127.0.0.1:1/none | PostgreSQL does not let us in at jdbc:postgresql://127.0.0.1:1/none | SPRING_DATASOURCE_URL",
                "vinbridge.access.disabled            | true                      | lets everybody in              | VINBRIDGE_ADMIN_KEY",
            })
    void saysWhatIsMissingAndWhatToSet(String setting, String value, String message, String action) {
        assertThatThrownBy(() -> check(Map.of(setting, value)))
                .isInstanceOf(StartUpProblem.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("the-password")
                .satisfies(problem ->
                        assertThat(((StartUpProblem) problem).action()).contains(action));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://vinbridge:hunter2@127.0.0.1:1/none",
                "jdbc:postgresql://127.0.0.1:1/none?user=vinbridge&password=hunter2",
                "jdbc:postgresql://127.0.0.1:1/none?sslpassword=hunter2",
                "postgres://vinbridge:hunter2@127.0.0.1:1/none",
                "postgres://127.0.0.1:1/none?password=hunter2",
            })
    void showsNoPasswordThatStandsInTheAddress(String url) {
        assertThatThrownBy(() -> check(Map.of("spring.datasource.url", url)))
                .isInstanceOf(StartUpProblem.class)
                .hasMessageContaining("PostgreSQL does not let us in at ")
                .hasMessageContaining("127.0.0.1:1/none")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void letsACompleteOnePass() {
        check(Map.of());
        check(Map.of(
                "vinbridge.access.disabled", true, "server.address", "127.0.0.1", "management.server.address", "::1"));
    }

    /** What a busy machine takes until it is let in is no sign that PostgreSQL is gone. */
    @Test
    void countsTheWaitsForTheServerOneByOne() throws IOException {
        URI database = URI.create(TestServers.database().substring("jdbc:".length()));
        try (Relay slow = new Relay(database.getPort())) {
            slow.open();
            slow.delay(Duration.ofSeconds(3));
            Instant begun = Instant.now();

            check(Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + slow.port() + database.getPath()));
            assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void isShownAsOneMessage() {
        StartUpProblem problem = new StartUpProblem("what", "what to do");

        FailureAnalysis analysis = new StartUpProblemAnalyzer().analyze(new IllegalStateException(problem));

        assertThat(analysis.getDescription()).isEqualTo("what");
        assertThat(analysis.getAction()).isEqualTo("what to do");
    }

    @Test
    void refusesAFolderOfRoutesThatIsNotThere() {
        assertThatThrownBy(
                        () -> new RoutesLocation().onApplicationEvent(event(Map.of("vinbridge.routes-dir", "nowhere"))))
                .isInstanceOf(StartUpProblem.class)
                .hasMessageContaining("nowhere");
    }

    private static void check(Map<String, Object> settings) {
        new StartUpCheck().onApplicationEvent(event(settings));
    }

    private static ApplicationEnvironmentPreparedEvent event(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "chromedata.account-number", "number",
                "chromedata.account-secret", "secret",
                "spring.datasource.url", TestServers.database(),
                "spring.datasource.username", TestServers.postgres().user(),
                "spring.datasource.password", "the-password"));
        all.putAll(settings);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", all));
        return new ApplicationEnvironmentPreparedEvent(
                new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment);
    }
}
