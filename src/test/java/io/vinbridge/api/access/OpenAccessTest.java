package io.vinbridge.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.RawConnection;
import io.vinbridge.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where no key is asked for, everybody on the machine is let in, and no page of another site that a browser there
 * shows.
 */
class OpenAccessTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node();
    private static final Node NAMING = WORLD.node("vinbridge.access.origins=https://inventory.example");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | Origin: https://other.example",
                "GET    | Origin: null",
                "GET    | Origin: http://localhost:3000",
                "GET    | Sec-Fetch-Site: cross-site",
                "GET    | Sec-Fetch-Site: same-site",
                "POST   | Origin: https://other.example",
                "POST   | Sec-Fetch-Site: cross-site",
                "DELETE | Origin: https://other.example",
            })
    void refusesWhatAPageOfAnotherSiteMakesABrowserSend(String method, String header) {
        for (String host : new String[] {"localhost:%d", "127.0.0.1:%d"}) {
            RawConnection.Answer answer =
                    answer(NODE.port(), method, "/api/v1/vehicles", host.formatted(NODE.port()), header);

            assertThat(answer.status()).as(answer.head()).isEqualTo(403);
        }
        assertThat(answer(NODE.managementPort(), method, "/actuator/camel", "localhost", header)
                        .status())
                .isEqualTo(403);
    }

    /** A name of another site that leads to this machine for its page (DNS rebinding). */
    @ParameterizedTest
    @ValueSource(
            strings = {"other.example", "127.0.0.1.other.example", "localhost.other.example", "[::2]", "10.0.0.1", ""})
    void refusesAnotherNameOfTheMachine(String host) {
        RawConnection.Answer api = answer(NODE.port(), "GET", "/api/v1/keys", host, "Sec-Fetch-Site: same-origin");
        RawConnection.Answer management = answer(NODE.managementPort(), "GET", "/actuator/camel", host, "Accept: */*");

        assertThat(api.status()).as(api.head()).isEqualTo(403);
        assertThat(api.header("content-type")).isEqualTo("application/problem+json");
        assertThat(JsonPath.<String>read(api.body(), "$.detail")).contains("localhost");
        assertThat(management.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:PORT | Accept: */*",
                "LocalHost      | Accept: */*",
                "127.0.0.1:PORT | Sec-Fetch-Site: none",
                "[::1]:PORT     | Sec-Fetch-Site: same-origin",
                "localhost:PORT | Origin: http://localhost:PORT",
            })
    void letsInItsOwnPagesAndPrograms(String host, String header) {
        String port = Integer.toString(NODE.port());

        RawConnection.Answer answer = answer(
                NODE.port(), "GET", "/api/v1/vehicles", host.replace("PORT", port), header.replace("PORT", port));

        assertThat(answer.status()).as(answer.head()).isEqualTo(200);
    }

    @Test
    void letsInThePagesOfASiteThatIsNamed() {
        RawConnection.Answer answer = answer(
                NAMING.port(),
                "GET",
                "/api/v1/vehicles",
                "localhost",
                "Origin: https://inventory.example\r\nSec-Fetch-Site: cross-site");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("https://inventory.example");
        assertThat(answer(NAMING.port(), "GET", "/api/v1/vehicles", "localhost", "Origin: https://other.example")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void opensAPageByALinkOfAnotherSite() {
        RawConnection.Answer page = answer(
                NODE.port(),
                "GET",
                "/operations/",
                "localhost",
                "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate");

        assertThat(page.status()).isEqualTo(200);
    }

    @Test
    void tellsOthersOfItsHealthOneWord() {
        RawConnection.Answer health =
                answer(NODE.managementPort(), "GET", "/actuator/health", "other.example", "Accept: */*");

        assertThat(health.body()).contains("status").doesNotContain("components");
    }

    private static RawConnection.Answer answer(int port, String method, String path, String host, String header) {
        try (RawConnection connection = RawConnection.to(port)) {
            return connection
                    .send(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + header
                            + "\r\nConnection: close\r\n\r\n")
                    .answer();
        }
    }
}
