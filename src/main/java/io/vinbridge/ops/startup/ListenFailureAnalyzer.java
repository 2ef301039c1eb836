package io.vinbridge.ops.startup;

import java.net.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Shows as one message, with the setting to change, that the service cannot listen where it is to. */
@Order(Ordered.HIGHEST_PRECEDENCE) // Boot has one that names no setting.
class ListenFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private final Environment environment;

    ListenFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, BindException failure) {
        PortInUseException taken = findCause(root, PortInUseException.class);
        return taken == null ? nowhere(failure) : taken(taken.getPort(), failure);
    }

    private FailureAnalysis taken(int port, BindException failure) {
        boolean management = Integer.toString(port).equals(environment.getProperty("management.server.port"));
        return new FailureAnalysis(
                "Port %d is taken by another process.".formatted(port),
                "Stop that, or set %s to a free port.".formatted(management ? "MANAGEMENT_SERVER_PORT" : "SERVER_PORT"),
                failure);
    }

    private FailureAnalysis nowhere(BindException failure) {
        return new FailureAnalysis(
                "It cannot listen at %s (SERVER_ADDRESS), nor for management at %s (MANAGEMENT_SERVER_ADDRESS), or at one of them: %s."
                        .formatted(
                                address("server.address"), address("management.server.address"), failure.getMessage()),
                "Set them to addresses of this machine, or leave them out to listen at all it has.",
                failure);
    }

    private String address(String setting) {
        return environment.getProperty(setting, "all addresses");
    }
}
