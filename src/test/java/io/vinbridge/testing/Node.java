package io.vinbridge.testing;

import io.vinbridge.Vinbridge;
import io.vinbridge.testing.contract.ServedContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, started in this JVM on free ports; several may share one database. */
public final class Node implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a node; {@code settings} are {@code name=value} and override the usual ones of tests. */
    public static Node start(String database, URI describeUrl, URI mediaUrl, String... settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("server.port", "0");
        all.put("management.server.port", "0");
        all.put("server.address", "127.0.0.1");
        all.put("management.server.address", "127.0.0.1");
        all.put("vinbridge.access.disabled", "true");
        all.put("logging.structured.format.console", "");
        all.put("spring.jmx.enabled", "false");
        all.put("camel.main.jmx-enabled", "false");
        all.put("spring.datasource.url", database);
        all.put("spring.datasource.username", TestServers.postgres().user());
        all.put("spring.data.redis.url", TestServers.redis());
        all.put("chromedata.describe-url", describeUrl.toString());
        all.put("chromedata.media-url", mediaUrl.toString());
        all.put("chromedata.account-number", "sandbox");
        all.put("chromedata.account-secret", "sandbox");
        // How soon somebody is told that the database is too busy is what DatabaseTroubleTest is about, and nothing
        // else.
        all.put("spring.datasource.hikari.connection-timeout", "10000");
        all.put("vinbridge.database.readers-wait", "10s");
        all.put("vinbridge.database.statement-limit", "10s");
        // Pictures that nobody asked for would stand among the calls that a test counts.
        all.put("vinbridge.gallery.mirror.enabled", "false");
        all.put("vinbridge.gallery.store.folder", TestServers.pictures());
        Arrays.stream(settings).forEach(setting -> {
            int equals = setting.indexOf('=');
            all.put(setting.substring(0, equals), setting.substring(equals + 1));
        });
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        Thread starting = Thread.currentThread();
        ClassLoader usual = starting.getContextClassLoader();
        starting.setContextClassLoader(ClassPathCache.OF_THIS_JVM);
        try {
            return new Node(new SpringApplicationBuilder(Vinbridge.class)
                    .properties(all)
                    .registerShutdownHook(false)
                    .run(arguments));
        } finally {
            starting.setContextClassLoader(usual);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    public int managementPort() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.management.port", "0"));
    }

    /** A GET under {@code /api/v1}. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request("/api/v1" + path, headers).GET());
    }

    /** A GET under {@code /api/v1} of what is no text. */
    public HttpResponse<byte[]> bytes(String path, String... headers) {
        try {
            return client.send(
                    request("/api/v1" + path, headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A POST of JSON under {@code /api/v1}. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(request("/api/v1" + path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The body of a GET on the management port. */
    public String health(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort() + path)))
                .body();
    }

    /** A request to any path of the API's port. */
    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** What is answered is held against the contract too. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            ServedContract.check(answer);
            return answer;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
