package io.vinbridge.testing;

import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.PathNotFoundException;
import io.vinbridge.sandbox.Sandbox;
import io.vinbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A sandbox, a database, and as many nodes on them as a test wants. */
public final class World implements AutoCloseable {

    static {
        // How soon something happens is the business of the tests that say so. Elsewhere a slow machine is no fault.
        Awaitility.setDefaultTimeout(1, TimeUnit.MINUTES);
        // What an answer does not have yet.
        Awaitility.ignoreExceptionByDefault(PathNotFoundException.class);
    }

    private final Sandbox sandbox;
    private final String database = TestServers.migratedDatabase();
    private final List<Node> nodes = new ArrayList<>();

    private World(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    public static World create() {
        return create(new SandboxSettings().fullness(0.2));
    }

    public static World create(SandboxSettings settings) {
        try {
            return new World(Sandbox.start(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One world with one node for all tests that change no settings; it ends with the JVM. */
    public static World shared() {
        return Shared.WORLD;
    }

    /** Another node; {@code settings} are {@code name=value}. */
    public Node node(String... settings) {
        return node("7c", settings);
    }

    /** Another node that speaks another version of ADS. */
    public Node node(String version, String[] settings) {
        Node node = Node.start(
                database, URI.create(sandbox.describeUrl(version)), URI.create(sandbox.mediaUrl()), settings);
        nodes.add(node);
        untilTheDataBuildIsKnown();
        return node;
    }

    /**
     * Another node that has an account for both services, and describes by one of them; {@code service} is {@code ads}
     * or {@code cvd}.
     */
    public Node nodeOfBoth(String service, String... settings) {
        return node(both(service, settings));
    }

    /** Another node that has a key pair for CVD and VSS, an account of the Media Gallery, and none of ADS. */
    public Node nodeOfCvd(String... settings) {
        List<String> all = new ArrayList<>(List.of(both("cvd")));
        all.add("chromedata.account-number=");
        all.add("chromedata.account-secret=");
        all.add("chromedata.media-account-number=sandbox");
        all.add("chromedata.media-account-secret=sandbox");
        all.addAll(List.of(settings));
        Node node = Node.start(
                database,
                URI.create("http://127.0.0.1:1/Description/7c"),
                URI.create(sandbox.mediaUrl()),
                all.toArray(String[]::new));
        nodes.add(node);
        return node;
    }

    private String[] both(String service, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "chromedata.service=" + service,
                "chromedata.cvd-url=" + sandbox.cvdUrl(),
                "chromedata.vss-url=" + sandbox.vssUrl(),
                "chromedata.api-key=sandbox-key",
                "chromedata.api-secret=sandbox-secret"));
        all.addAll(List.of(settings));
        return all.toArray(String[]::new);
    }

    /** The first node that was started. */
    public Node node() {
        return nodes.isEmpty() ? node(new String[0]) : nodes.get(0);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public String database() {
        return database;
    }

    /**
     * A Honda of 2023 that nobody asked for yet, and whose pattern nobody asked for either: tests that share a world
     * share no answers.
     */
    public static String freshVin() {
        return vin(PatternRow.next(), 1);
    }

    /** The VIN of a pattern and a serial number, without regard to its check digit. */
    public static String vin(int pattern, int serial) {
        String alphabet = "ABCDEFGHJKLMNPRSTVWXY1234567890";
        StringBuilder descriptor = new StringBuilder();
        for (int rest = pattern, i = 0; i < 4; i++, rest /= alphabet.length()) {
            descriptor.append(alphabet.charAt(rest % alphabet.length()));
        }
        return "1HG" + descriptor.insert(3, 'A') + "0PA%06d".formatted(serial);
    }

    /**
     * The first node of an installation asks for it when it starts: no dial that a test turns is meant for that call.
     */
    private void untilTheDataBuildIsKnown() {
        await().until(() ->
                sandbox.ledger().calls("getVersionInfo") > 0 && sandbox.ledger().underWay() == 0);
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        try {
            sandbox.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        private static final World WORLD = start();

        private static World start() {
            World world = create();
            world.node();
            TestServers.closeBefore(world::close);
            return world;
        }
    }
}
