package io.vinbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is published of the libraries inside is known here, and does no harm. */
class AdvisoriesTest {

    private static final Map<String, String> LIBRARIES = libraries();

    @Test
    void whatIsAffectedDoesNoHarmAndIsTold() throws IOException {
        String told = Files.readString(Path.of("SECURITY.md"));
        JsonNode advisories = new YAMLMapper().readTree(new File("security/advisories.yaml"));

        assertThat(LIBRARIES).as("the class path is read").containsKey("org.apache.camel:camel-http");
        for (JsonNode advisory : advisories) {
            String id = advisory.path("id").asText();
            String version = LIBRARIES.get(advisory.path("of").asText());
            assertThat(told).contains(id);
            if (advisory.path("absent").asBoolean()) {
                assertThat(version).as("%s: %s", id, advisory.path("of")).isNull();
            } else if (version != null
                    && affected(version, advisory.path("before").asText(""))) {
                assertThat(advisory.path("harmless").asText()).as(id).isNotBlank();
            }
        }
    }

    private static boolean affected(String version, String before) {
        return before.isEmpty()
                || Runtime.Version.parse(plain(version)).compareTo(Runtime.Version.parse(plain(before))) < 0;
    }

    /** Its numbers alone, and no zero at its end. */
    private static String plain(String version) {
        return version.replaceAll("[^0-9.].*", "").replaceAll("(\\.0)+$", "").replaceFirst("^0\\.", "1.");
    }

    /** By the place of each jar in a Maven repository: group, artifact and version are its folders. */
    private static Map<String, String> libraries() {
        Map<String, String> found = new HashMap<>();
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String[] parts = jar.replace(File.separatorChar, '/')
                    .replaceFirst(".*/repository/", "")
                    .split("/");
            if (jar.contains("/repository/") && parts.length > 3) {
                String group = String.join(".", Arrays.copyOf(parts, parts.length - 3));
                found.put(group + ":" + parts[parts.length - 3], parts[parts.length - 2]);
            }
        }
        return found;
    }
}
