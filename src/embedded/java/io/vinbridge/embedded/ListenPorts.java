package io.vinbridge.embedded;

/** The ports of an embedded run, each with the environment variable that changes it. */
record ListenPorts(int api, int management, int sandbox) {

    private static final int MOST = 65535;

    static ListenPorts fromEnvironment() {
        return new ListenPorts(
                port("SERVER_PORT", 8080), port("MANAGEMENT_SERVER_PORT", 8081), port("SANDBOX_PORT", 8082));
    }

    private static int port(String variable, int usual) {
        String written =
                System.getenv().getOrDefault(variable, Integer.toString(usual)).strip();
        if (!written.matches("[0-9]{1,5}") || Integer.parseInt(written) > MOST) {
            System.err.printf(
                    "%s is \"%s\", which is no port: set it to a number up to %d.%n", variable, written, MOST);
            System.exit(1);
        }
        return Integer.parseInt(written);
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
