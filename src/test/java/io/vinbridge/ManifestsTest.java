package io.vinbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * What is given to Kubernetes is what its API knows: no field is misspelled, misplaced or missing. The parts in
 * {@code k8s/base}, and what {@code .ci/check-manifests} has built of them for each overlay.
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

    /** Names, the database, Redis, and HTTPS to public addresses: all else is closed until an overlay opens it. */
    @Test
    void aNodeReachesNothingButWhatItNeeds() throws IOException {
        JsonNode policy = new YAMLMapper()
                .readTree(Path.of("k8s/base/network-policy.yaml").toFile());
        assertThat(policy.at("/spec/policyTypes")).extracting(JsonNode::asText).containsExactly("Ingress", "Egress");

        Map<Set<Integer>, JsonNode> out = new HashMap<>();
        for (JsonNode rule : policy.at("/spec/egress")) {
            Set<Integer> ports = new TreeSet<>();
            rule.path("ports").forEach(port -> ports.add(port.path("port").asInt()));
            out.put(ports, rule.path("to"));
        }
        assertThat(out).containsOnlyKeys(Set.of(53), Set.of(5432), Set.of(6379), Set.of(443));
        assertThat(onlyPods(out.get(Set.of(53)))).containsExactly("kube-dns");
        assertThat(onlyPods(out.get(Set.of(5432)))).containsExactly("postgres", "postgresql");
        assertThat(onlyPods(out.get(Set.of(6379)))).containsExactly("redis");
        assertThat(out.get(Set.of(443))).hasSize(1);
        assertThat(out.get(Set.of(443)).findValue("except"))
                .extracting(JsonNode::asText)
                .contains("169.254.0.0/16", "168.63.129.16/32", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
        assertThat(policy.at("/spec/ingress/1/from").findValue("matchLabels").toString())
                .isEqualTo("{\"monitoring\":\"true\"}");
    }

    /** Labels of the pods that a rule names, which names nothing else. */
    private static List<String> onlyPods(JsonNode to) {
        assertThat(to).hasSize(1);
        assertThat(to.findValues("ipBlock")).isEmpty();
        List<String> labels = new ArrayList<>();
        to.get(0).at("/podSelector/matchExpressions/0/values").forEach(label -> labels.add(label.asText()));
        return labels;
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
