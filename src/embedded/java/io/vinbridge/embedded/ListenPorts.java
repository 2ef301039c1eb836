package io.vinbridge.embedded;

import java.util.Map;

/** The ports of an embedded run, each with the environment variable that changes it. */
record ListenPorts(int api, int management, int sandbox) {

    static ListenPorts fromEnvironment() {
        Map<String, String> environment = System.getenv();
        return new ListenPorts(
                Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8080")),
                Integer.parseInt(environment.getOrDefault("MANAGEMENT_SERVER_PORT", "8081")),
                Integer.parseInt(environment.getOrDefault("SANDBOX_PORT", "8082")));
    }

    /** Says which port is taken and what to set, before anything is started. */
    void refuseIfTaken() {
        refuseIfTaken(api, "SERVER_PORT");
        refuseIfTaken(management, "MANAGEMENT_SERVER_PORT");
    }

    private static void refuseIfTaken(int port, String variable) {
        if (Ports.taken(port)) {
            System.err.printf(
                    "Port %d is taken, perhaps by another Vinbridge. Stop that, or set %s to a free port.%n",
                    port, variable);
            System.exit(1);
        }
    }
}
