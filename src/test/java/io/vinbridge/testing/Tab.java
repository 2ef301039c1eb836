package io.vinbridge.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A page that stays open in a headless Chromium, to be used as people use it: over the DevTools protocol. */
public final class Tab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process browser;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final WebSocket socket;

    Tab(Process browser, Path profile) {
        this.browser = browser;
        Path told = profile.resolve("DevToolsActivePort");
        await().atMost(PATIENCE)
                .until(() -> Files.exists(told) && !Files.readAllLines(told).isEmpty());
        try {
            String port = Files.readAllLines(told).get(0);
            HttpResponse<String> pages = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String page = JSON.readTree(pages.body())
                    .findValue("webSocketDebuggerUrl")
                    .asText();
            socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(page), new Answers())
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Goes to a page, on a screen of some width. */
    public void open(String address, int width, boolean dark) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        send("Page.navigate", Map.of("url", address));
    }

    /** What an expression in the page is. */
    public JsonNode value(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** What people read in the first element that a selector finds; empty where there is none. */
    public String text(String selector) {
        return value("document.querySelector(" + quoted(selector) + ")?.innerText ?? ''")
                .asText();
    }

    /** Waits for a button and presses it. */
    public void press(String selector) {
        String found = "document.querySelector(" + quoted(selector) + ")";
        await().atMost(PATIENCE).until(() -> value(found + "?.checkVisibility() && !" + found + ".disabled")
                .asBoolean());
        value(found + ".focus(), " + found + ".click()");
    }

    /** Presses a key, by its name, such as {@code Escape}, where the focus is. */
    public void key(String name) {
        int code = Map.of("Enter", 13, "Escape", 27, "ArrowLeft", 37, "ArrowRight", 39, "Tab", 9)
                .get(name);
        Map<String, Object> key = Map.of("key", name, "code", name, "windowsVirtualKeyCode", code);
        Map<String, Object> down = new HashMap<>(key);
        down.put("type", "keyDown");
        if (name.equals("Enter")) {
            down.put("text", "\r");
        }
        send("Input.dispatchKeyEvent", down);
        Map<String, Object> up = new HashMap<>(key);
        up.put("type", "keyUp");
        send("Input.dispatchKeyEvent", up);
    }

    /** Takes the network away, or gives it back. */
    public void offline(boolean offline) {
        send("Network.enable", Map.of());
        send(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Signs out everywhere. */
    public void forget() {
        send("Network.clearBrowserCookies", Map.of());
    }

    private static String quoted(String text) {
        return JSON.valueToTree(text).toString();
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        Map<String, Object> message = Map.of("id", id, "method", method, "params", parameters);
        socket.sendText(JSON.valueToTree(message).toString(), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
        browser.destroy();
    }

    private final class Answers implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                answer(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void answer(String message) {
            try {
                JsonNode read = JSON.readTree(message);
                CompletableFuture<JsonNode> waits = asked.remove(read.path("id").asInt());
                if (waits != null) {
                    waits.complete(read.path("result"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
