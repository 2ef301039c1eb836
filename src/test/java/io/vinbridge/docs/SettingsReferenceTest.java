package io.vinbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.settings.SettingCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} is written from what the compiler reads of the settings records. */
class SettingsReferenceTest {

    private static final SettingCatalog CATALOG = SettingCatalog.read();
    private static final Set<String> NUMBERS = Set.of("Integer", "Long", "Double", "Float", "Duration", "DataSize");
    private static final Set<String> SPELLED_OUT = Set.of("vinbridge.admin-key", "vinbridge.routes-dir");
    private static final Path REFERENCE = Path.of("docs/settings.md");
    private static final Path WRITTEN = Path.of("target/settings.md");
    private static final String BEGIN = """
            # Settings

            Each is a property, for `application.yaml` or the command line (`--name=value`), and a variable of the environment, in which a dash
            is left out or is an underscore. Durations are written `30s`, `5m`, `1d`; sizes `64MB`; lists with commas. Where nothing is usual,
            it is not set. Those of Spring Boot and Apache Camel hold too; which of them a deployment needs, the
            [README](../README.md#run-it-in-production) says.

            A node does not start with a name that begins like these and is none of them, nor with a value that is out of its bounds: it names
            all that is wrong at once, with the nearest name or the bounds, and ends with exit code 1. Names under `VINBRIDGE_VALUES_` are
            yours, and what Kubernetes makes for a Service is left alone.

            This file is written by `SettingsReferenceTest` from the records that hold the settings.
            """;

    @Test
    void eachSettingSaysWhatItIs() throws IOException {
        assertThat(settings())
                .allSatisfy(setting -> assertThat(setting.path("description").asText())
                        .as(setting.path("name").asText())
                        .isNotBlank());
    }

    @Test
    void eachNumberDurationAndSizeHasALeastAndAMost() throws IOException {
        assertThat(settings())
                .filteredOn(setting ->
                        NUMBERS.contains(setting.path("type").asText().replaceFirst(".*\\.", "")))
                .hasSizeGreaterThan(100)
                .allSatisfy(setting -> assertThat(bounds(setting.path("name").asText()))
                        .as(setting.path("name").asText())
                        .contains(" to "));
    }

    @Test
    void theReferenceIsCurrent() throws IOException {
        String reference = reference();
        Files.writeString(WRITTEN, reference);

        assertThat(REFERENCE)
                .as("if not: cp %s %s", WRITTEN, REFERENCE)
                .content()
                .isEqualTo(reference);
    }

    private static String reference() throws IOException {
        Map<String, List<JsonNode>> groups = settings().stream()
                .collect(Collectors.groupingBy(
                        setting -> group(setting.path("name").asText()), TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder(BEGIN);
        groups.forEach((group, settings) -> {
            text.append("\n## ")
                    .append(group)
                    .append(
                            "\n\n| property | environment | default | least to most | meaning |\n|---|---|---|---|---|\n");
            settings.forEach(setting -> text.append(line(setting)));
        });
        return text.toString();
    }

    private static String line(JsonNode setting) {
        String name = setting.path("name").asText();
        return "| `%s` | `%s` | %s | %s | %s |%n"
                .formatted(
                        name,
                        variable(name),
                        usual(setting.path("defaultValue")),
                        bounds(name),
                        setting.path("description")
                                .asText()
                                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                                .replace("|", "\\|"));
    }

    /** With underscores where the README, Kubernetes and messages write them, so that a search finds the setting. */
    private static String variable(String name) {
        boolean spelledOut = name.startsWith("chromedata.") || SPELLED_OUT.contains(name);
        return name.replace("-", spelledOut ? "_" : "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String bounds(String name) {
        return CATALOG.named(name).bounds().replace("|", "\\|");
    }

    private static String usual(JsonNode value) {
        List<String> values = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(one -> values.add(one.asText()));
        String text = String.join(",", values).replaceAll("^\\[(.*)]$", "$1").replace(", ", ",");
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
    }

    /** The room, or what stands in its place. */
    private static String group(String name) {
        return name.replaceFirst("^(vinbridge\\.[^.]+(?=\\.)|[^.]+).*", "$1");
    }

    private static List<JsonNode> settings() throws IOException {
        try (InputStream metadata =
                SettingsReferenceTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return StreamSupport.stream(
                            new ObjectMapper()
                                    .readTree(metadata)
                                    .path("properties")
                                    .spliterator(),
                            false)
                    .toList();
        }
    }
}
