package io.vinbridge.ops.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.mock.env.MockEnvironment;

/** A port that is taken, and an address that the machine does not have, are told with the setting to change. */
class ListenFailureAnalyzerTest {

    private final ListenFailureAnalyzer analyzer = new ListenFailureAnalyzer(new MockEnvironment()
            .withProperty("management.server.port", "8081")
            .withProperty("server.address", "10.9.9.9"));

    @Test
    void namesThePortThatIsTakenAndItsSetting() {
        FailureAnalysis api =
                analyzer.analyze(new PortInUseException(8080, new BindException("Address already in use")));
        FailureAnalysis management =
                analyzer.analyze(new PortInUseException(8081, new BindException("Address already in use")));

        assertThat(api.getDescription()).isEqualTo("Port 8080 is taken by another process.");
        assertThat(api.getAction()).isEqualTo("Stop that, or set SERVER_PORT to a free port.");
        assertThat(management.getAction()).contains("MANAGEMENT_SERVER_PORT");
    }

    @Test
    void namesTheAddressesWhereTheMachineHasNotOneOfThem() {
        FailureAnalysis analysis = analyzer.analyze(
                new WebServerException("no start", new BindException("Cannot assign requested address")));

        assertThat(analysis.getDescription())
                .contains("10.9.9.9 (SERVER_ADDRESS)", "all addresses (MANAGEMENT_SERVER_ADDRESS)")
                .contains("Cannot assign requested address");
        assertThat(analysis.getAction()).contains("addresses of this machine");
    }
}
