package io.vinbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * What is given to Kubernetes is what its API knows: no field is misspelled, misplaced or missing. The parts in {@code k8s/base}, and
 * what {@code .ci/check-manifests} has built of them for each overlay.
 */
class ManifestsTest {

    @Test
    void areWhatKubernetesKnows() throws IOException {
        List<Map<String, Object>> resources = resources();

        assertThat(resources).extracting(one -> one.get("kind")).contains("Deployment", "Job", "NetworkPolicy");
        for (Map<String, Object> resource : resources) {
            assertThatCode(() -> validate(resource))
                    .as("%s", resource.get("kind"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsFound() {
        Map<String, Object> misspelled = new Yaml().load("""
                apiVersion: apps/v1
                kind: Deployment
                spec: {selector: {}, template: {spec: {containers: [{name: a, redinessProbe: {}}]}}}
                """);

        assertThatThrownBy(() -> validate(misspelled)).hasMessageContaining("redinessProbe");
    }

    private static List<Map<String, Object>> resources() throws IOException {
        List<Map<String, Object>> resources = new ArrayList<>();
        for (Path folder : List.of(Path.of("k8s/base"), Path.of("target/manifests"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        if (!file.endsWith("kustomization.yaml")) {
                            for (Object one : new Yaml().loadAll(Files.readString(file))) {
                                resources.add(asMap(one));
                            }
                        }
                    }
                }
            }
        }
        return resources;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object document) {
        return (Map<String, Object>) document;
    }

    private static void validate(Map<String, Object> resource) throws Exception {
        String version = (String) resource.get("apiVersion");
        String prefix = version.substring(version.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        try {
            Class.forName("io.kubernetes.client.openapi.models." + prefix + resource.get("kind"))
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, new Gson().toJsonTree(resource));
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }
}
