package io.vinbridge.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.vinbridge.Vinbridge;
import io.vinbridge.ops.commands.VinbridgeCommand;
import io.vinbridge.sandbox.Sandbox;
import io.vinbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./mvnw spring-boot:run}: the service with everything it needs, on loopback, from nothing but a JDK. */
public final class EmbeddedRun {

    private EmbeddedRun() {}

    public static void main(String[] args) throws IOException, SQLException {
        Integer exitCode = VinbridgeCommand.execute(Vinbridge.class, args);
        if (exitCode != null) {
            System.exit(exitCode);
        }
        ListenPorts listening = ListenPorts.fromEnvironment();
        listening.refuseIfTaken();

        quiet("io.zonky");
        say("Vinbridge is starting, with a PostgreSQL, a Redis and a ChromeData sandbox of its own.");
        Folder folder = folder(Path.of(".vinbridge"));
        LocalPostgres postgres = postgres(folder);
        say("PostgreSQL is " + (postgres.reused() ? "there from another run." : "up.")
                + " What is stored stays in .vinbridge.");
        LocalRedis redis = LocalRedis.on(folder.resolve("redis"));
        say("Redis is " + (redis.reused() ? "there from another run." : "up."));
        Sandbox sandbox = sandbox(listening.sandbox());
        say("The sandbox is up: " + sandbox.address() + "/sandbox tells what it can do.");

        // Above every other source of settings: this run is to talk to these servers, whatever the environment says.
        System.getProperties().putAll(settings(folder, postgres, redis, sandbox));
        SpringApplication application = new SpringApplication(Vinbridge.class);
        application.setRegisterShutdownHook(false);
        application.addListeners(new ShippedEdition(), new FirstSteps(listening, sandbox.address()));
        AtomicReference<ConfigurableApplicationContext> service = new AtomicReference<>();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(service.get(), sandbox, redis, postgres, folder), "stop"));
        try {
            service.set(application.run(args));
        } catch (RuntimeException told) {
            // The service has said why; the sandbox would keep the process alive.
            System.exit(1);
        }
    }

    private static Folder folder(Path path) {
        try {
            return Folder.use(path);
        } catch (IOException e) {
            throw refused(
                    "The folder %s, in which this run keeps its data, cannot be written: %s.%n"
                            + "Run it where you may write, or let your user write there.",
                    path.toAbsolutePath(), e instanceof AccessDeniedException ? "your user may not" : e);
        }
    }

    /**
     * It is unpacked into the folder of temporary files, where an earlier run of another user may have left its own.
     */
    private static LocalPostgres postgres(Folder folder) {
        try {
            return LocalPostgres.on(folder.resolve("postgres"));
        } catch (IOException | RuntimeException e) {
            throw refused(
                    "PostgreSQL cannot be unpacked into %s, or started: %s.%n"
                            + "Let your user write there, or name another folder with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER.",
                    Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"), e);
        }
    }

    private static IllegalStateException refused(String message, Object... told) {
        System.err.printf(message + "%n", told);
        System.exit(1);
        return new IllegalStateException(message);
    }

    /** On its usual port, or, where a second run finds that taken, on any. */
    private static Sandbox sandbox(int port) throws IOException {
        try {
            return Sandbox.start(new SandboxSettings().port(port));
        } catch (BindException taken) {
            return Sandbox.start();
        }
    }

    private static Map<String, String> settings(
            Folder folder, LocalPostgres postgres, LocalRedis redis, Sandbox sandbox) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("management.server.address", "127.0.0.1");
        settings.put("vinbridge.access.disabled", "true");
        settings.put("logging.structured.format.console", "");
        settings.put("logging.level.io.hawt", "WARN");
        // A receiver of one's own is on this machine too.
        settings.put("vinbridge.webhooks.private-addresses", "true");
        settings.put("vinbridge.webhooks.plain-http", "true");
        settings.put("spring.datasource.url", postgres.database("vinbridge"));
        settings.put("spring.datasource.username", postgres.user());
        settings.put("spring.data.redis.url", redis.url());
        settings.put("chromedata.describe-url", sandbox.describeUrl("7c"));
        settings.put("chromedata.media-url", sandbox.mediaUrl());
        settings.put("chromedata.cvd-url", sandbox.cvdUrl());
        settings.put("chromedata.vss-url", sandbox.vssUrl());
        settings.put("chromedata.api-key", "sandbox-key");
        settings.put("chromedata.api-secret", "sandbox-secret");
        settings.put("chromedata.account-number", "sandbox");
        settings.put("chromedata.account-secret", "sandbox");
        // The selection that comes with it is no measure for what somebody tries.
        settings.put("vinbridge.vpic.may-shrink", "1");
        settings.put(
                "vinbridge.gallery.store.folder", folder.resolve("pictures").toString());
        return settings;
    }

    /**
     * In this order, because each needs the next until it is gone.
     *
     * @param context null where the service was still starting: whatever it says from here on is about what is taken
     *     away below it
     */
    private static void stop(
            ConfigurableApplicationContext context,
            Sandbox sandbox,
            LocalRedis redis,
            LocalPostgres postgres,
            Folder folder) {
        if (context == null) {
            ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
        } else {
            context.close();
        }
        try (folder) {
            sandbox.close();
            if (folder.leave()) {
                redis.close();
                postgres.close();
            }
        } catch (IOException e) {
            say("The embedded servers may still be running: " + e.getMessage());
        }
    }

    /** What goes wrong is thrown too, and told once; the service's own settings of its log are read later. */
    private static void quiet(String logger) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.OFF);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
