package io.vinbridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, where the machine has one. */
public final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Browser() {}

    public static boolean isThere() {
        return program().isPresent();
    }

    /** What a page has become once its scripts have run, as HTML. */
    public static String open(String address) {
        try {
            Path profile = Files.createTempDirectory(Path.of("target"), "browser");
            Path page = profile.resolve("page.html");
            Process browser = new ProcessBuilder(
                            program().orElseThrow().toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--virtual-time-budget=20000",
                            "--user-data-dir=" + profile.toAbsolutePath(),
                            "--dump-dom",
                            address)
                    .redirectOutput(page.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(browser.waitFor(60, TimeUnit.SECONDS))
                    .as("the browser ends")
                    .isTrue();
            return Files.readString(page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A page that stays open. */
    public static Tab tab() {
        try {
            Path profile =
                    Files.createTempDirectory(Path.of("target"), "browser").toAbsolutePath();
            Process browser = new ProcessBuilder(
                            program().orElseThrow().toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-sync",
                            "--disable-component-update",
                            "--disable-background-networking",
                            "--no-first-run",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Tab(browser, profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
