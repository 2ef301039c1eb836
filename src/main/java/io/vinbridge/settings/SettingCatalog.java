package io.vinbridge.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * All settings of the service: the names from the metadata that the compiler writes of the settings records (and of
 * {@code additional-spring-configuration-metadata.json}, for what only routes read), the bounds from the records'
 * components.
 */
public final class SettingCatalog {

    /** Those of Spring Boot's that a wrong value of would end in a stack trace. */
    private static final List<SettingDefinition> OF_SPRING = List.of(
            port("server.port"),
            port("management.server.port"),
            address(
                    "spring.data.redis.url",
                    "redis(s|-sentinel|-socket)?://\\S+",
                    "an address such as redis://localhost:6379"),
            address(
                    "spring.datasource.url",
                    "jdbc:([a-z-]+:)?postgresql:\\S+",
                    "an address such as jdbc:postgresql://localhost:5432/vinbridge"));

    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    private final Map<String, SettingDefinition> settings;

    private SettingCatalog(Map<String, SettingDefinition> settings) {
        this.settings = settings;
    }

    /** The catalogue of the jar that this class is in. */
    public static SettingCatalog read() {
        try (InputStream metadata = SettingCatalog.class.getResourceAsStream(METADATA)) {
            return of(new ObjectMapper().readTree(metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, by name. */
    public List<SettingDefinition> all() {
        return List.copyOf(settings.values());
    }

    /** Those of Spring Boot's that are looked at beside them. */
    static List<SettingDefinition> ofSpring() {
        return OF_SPRING;
    }

    /** The setting of that name. */
    public SettingDefinition named(String name) {
        SettingDefinition setting = settings.get(name);
        if (setting == null) {
            throw new IllegalArgumentException("no setting is called " + name);
        }
        return setting;
    }

    private static SettingCatalog of(JsonNode metadata) {
        Map<String, RecordComponent> components = components(metadata.path("groups"));
        Map<String, Limits> limits = limits(metadata.path("hints"));
        Map<String, SettingDefinition> settings = new TreeMap<>();
        metadata.path("properties").forEach(property -> {
            String name = property.path("name").asText();
            settings.put(name, setting(property, components.get(name), limits.get(name)));
        });
        return new SettingCatalog(settings);
    }

    private static SettingDefinition setting(JsonNode property, RecordComponent component, Limits hinted) {
        String name = property.path("name").asText();
        String usual = usual(property.path("defaultValue"));
        if (component == null) {
            return new SettingDefinition(
                    name, ResolvableType.forClass(type(property.path("type").asText())), usual, hinted, null, false);
        }
        Bounds bounds = component.getAnnotation(Bounds.class);
        return new SettingDefinition(
                name,
                ResolvableType.forType(component.getGenericType()),
                usual,
                bounds == null ? null : new Limits(bounds.least(), bounds.most()),
                text(component.getAnnotation(Form.class)),
                component.isAnnotationPresent(ClusterWide.class));
    }

    private static SettingDefinition port(String name) {
        return new SettingDefinition(
                name, ResolvableType.forClass(Integer.class), "", new Limits("0", "65535"), null, false);
    }

    private static SettingDefinition address(String name, String pattern, String words) {
        return new SettingDefinition(
                name,
                ResolvableType.forClass(String.class),
                "",
                null,
                new SettingDefinition.Text(pattern, words),
                false);
    }

    private static SettingDefinition.Text text(Form form) {
        return form == null ? null : new SettingDefinition.Text(form.value(), form.words());
    }

    private static String usual(JsonNode value) {
        return StreamSupport.stream((value.isArray() ? value : List.of(value)).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }

    private static Map<String, RecordComponent> components(JsonNode groups) {
        Map<String, RecordComponent> components = new HashMap<>();
        groups.forEach(group -> {
            Class<?> type = type(group.path("type").asText());
            if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents())
                        .forEach(one -> components.put(
                                group.path("name").asText() + "." + DataObjectPropertyName.toDashedForm(one.getName()),
                                one));
            }
        });
        return components;
    }

    /** Of what only routes read: a value provider {@code bounds} with {@code least} and {@code most}. */
    private static Map<String, Limits> limits(JsonNode hints) {
        Map<String, Limits> limits = new HashMap<>();
        hints.forEach(hint -> hint.path("providers").forEach(provider -> {
            JsonNode bounds = provider.path("parameters");
            if (provider.path("name").asText().equals("bounds")) {
                limits.put(
                        hint.path("name").asText(),
                        new Limits(
                                bounds.path("least").asText(),
                                bounds.path("most").asText()));
            }
        }));
        return limits;
    }

    private static Class<?> type(String name) {
        return ClassUtils.resolveClassName(name, SettingCatalog.class.getClassLoader());
    }
}
