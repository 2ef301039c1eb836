package io.vinbridge.chromedata;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Settings as the service itself binds them: the defaults, but for what a test says otherwise. */
public final class Configured {

    private Configured() {}

    public static ChromeDataSettings settings(Map<String, ?> otherwise) {
        return bind("vinbridge.chromedata", otherwise, ChromeDataSettings.class);
    }

    /** An account with number 300123 and secret s3cr3t. */
    public static Account account() {
        return account(Map.of());
    }

    public static Account account(Map<String, ?> otherwise) {
        Map<String, Object> values =
                new HashMap<>(Map.of("chromedata.account-number", "300123", "chromedata.account-secret", "s3cr3t"));
        otherwise.forEach((name, value) -> values.put("chromedata." + name, value));
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("chromedata", Account.class);
    }

    /** A key pair with key my-key and secret s3cr3t-of-the-key. */
    public static ApiAccount api(Map<String, ?> otherwise) {
        Map<String, Object> values =
                new HashMap<>(Map.of("chromedata.api-key", "my-key", "chromedata.api-secret", "s3cr3t-of-the-key"));
        otherwise.forEach((name, value) -> values.put("chromedata." + name, value));
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("chromedata", ApiAccount.class);
    }

    /** The breakers by the names of their beans. */
    public static Map<String, CircuitBreaker> breakers(ChromeDataSettings settings) {
        try (AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext()) {
            beans.registerBean(ChromeDataSettings.class, () -> settings);
            beans.register(Breakers.class);
            beans.refresh();
            return beans.getBeansOfType(CircuitBreaker.class);
        }
    }

    private static <T> T bind(String prefix, Map<String, ?> otherwise, Class<T> type) {
        Map<String, Object> values = new HashMap<>();
        otherwise.forEach((name, value) -> values.put(prefix + "." + name, value));
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
    }
}
