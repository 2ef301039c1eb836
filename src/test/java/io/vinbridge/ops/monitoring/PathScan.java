package io.vinbridge.ops.monitoring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Asks both ports for paths that nobody knows, in encodings that no client would send. */
final class PathScan {

    private static final String CHARACTERS = "abcXYZ0129-_.~%!$&'()*+,;=:@/\\|^\"";
    private static final List<String> METHODS =
            List.of("GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "BREW");
    private static final List<String> BEGINNINGS = List.of(
            "/", "/api/v1/", "/api/v1/vehicles/", "/api/v1/media/", "/services/", "/docs/", "/webjars/", "/actuator/");

    private final int port;
    private final int managementPort;

    PathScan(int port, int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    /** What random paths come upon too seldom to be counted upon. */
    void eachKindOnce() throws IOException {
        for (String path : List.of(
                "/nothing",
                "/api/v1/nothing",
                "/api/v1/vehicles",
                "/api/v1/vehicles/x",
                "/api/v1/media/x",
                "/api/v1/media/%20")) {
            for (String method : METHODS) {
                status(port, method, path);
            }
        }
    }

    /** How often each status came. */
    Map<Integer, Integer> random(int paths, long seed) throws IOException {
        Random random = new Random(seed);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < paths; i++) {
            int to = random.nextInt(10) < 7 ? port : managementPort;
            String method = METHODS.get(random.nextInt(METHODS.size()));
            String path = path(random);
            int status = status(to, method, path);
            if (status >= 500) {
                throw new AssertionError(status + " to " + method + ' ' + path + (to == port ? "" : " (management)"));
            }
            statuses.merge(status, 1, Integer::sum);
        }
        return statuses;
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
        for (int length = 1 + random.nextInt(30); length > 0; length--) {
            char one = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            path.append(one == '%' && random.nextInt(10) < 8 ? "%%%02X".formatted(random.nextInt(256)) : one);
        }
        return path.toString();
    }

    /** Over a socket: a client would mend what it sends. */
    private static int status(int port, String method, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write((method + ' ' + path
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(US_ASCII));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
