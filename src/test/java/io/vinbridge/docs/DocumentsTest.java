package io.vinbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Documents that lead into the code name only what is there. */
class DocumentsTest {

    /** A word in backticks that is written like a class: a capital, and a small letter somewhere behind it. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(#[A-Za-z0-9]+)?`");

    private static final Pattern IMPORTED = Pattern.compile("(?m)^import [\\w.]+\\.(\\w+);$");

    /** States of health, as their indicators name them. */
    private static final Pattern STATE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    private static final Pattern CREATED = Pattern.compile("CREATE (?:TABLE|FUNCTION|OR REPLACE FUNCTION) (\\w+)");
    private static final Pattern TABLES = Pattern.compile("\\btables? ((?:`\\w+`(?:, )?)+)");
    private static final Pattern FUNCTIONS = Pattern.compile("\\bfunction `(\\w+)`");

    private static final Pattern OPERATION = Pattern.compile("\\b((?:GET|POST|PUT|DELETE) /api/v1/[^`?\\s),;]+)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)\\s]+)\\)");

    /** Decisions are left out: they tell of their time. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/glossary.md", "docs/recipes.md", "CONTRIBUTING.md"})
    void nameOnlyClassesThatExist(Path document) throws IOException {
        Set<String> classes = new TreeSet<>();
        for (Path source : files("src", ".java")) {
            classes.add(source.getFileName().toString().replace(".java", ""));
            classes.addAll(found(IMPORTED, Files.readString(source)));
        }

        assertThat(found(CLASS, Files.readString(document))).isSubsetOf(classes);
    }

    @Test
    void theGlossaryNamesOnlyTablesAndFunctionsThatExist() throws IOException {
        String glossary = Files.readString(Path.of("docs/glossary.md"));
        Set<String> named = found(FUNCTIONS, glossary);
        found(TABLES, glossary).forEach(list -> named.addAll(found(Pattern.compile("`(\\w+)`"), list)));
        Set<String> created = new TreeSet<>();
        for (Path migration : files("src/main/resources/db/migration", ".sql")) {
            created.addAll(found(CREATED, Files.readString(migration)));
        }

        assertThat(named).isNotEmpty().isSubsetOf(created);
    }

    /** Braces stand for whatever a reader fills in. */
    @Test
    void nameOnlyOperationsThatTheContractHas() throws IOException {
        Set<String> operations = new TreeSet<>();
        Map<String, Map<String, Object>> paths = new Yaml()
                .<Map<String, Map<String, Map<String, Object>>>>load(
                        Files.readString(Path.of("src/main/resources/openapi/vinbridge.yaml")))
                .get("paths");
        paths.forEach((path, methods) ->
                methods.keySet().forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> unknown = new TreeSet<>();
        for (Path document : documents()) {
            for (String named : found(OPERATION, Files.readString(document))) {
                if (operations.stream()
                        .noneMatch(one -> named.replace("/api/v1", "").matches(one.replaceAll("\\{[^}]*}", "[^/]+")))) {
                    unknown.add(document + ": " + named);
                }
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void eachStateOfHealthHasARunbook() throws IOException {
        Set<String> states = new TreeSet<>();
        for (Path indicator : files("src/main/java/io/vinbridge/ops/health", ".java")) {
            states.addAll(found(STATE, Files.readString(indicator)));
        }
        Set<String> runbooks = found(Pattern.compile("(?m)^## (\\S+)$"), Files.readString(Path.of("docs/runbooks.md")));

        assertThat(states).hasSizeGreaterThan(10).isSubsetOf(runbooks);
    }

    @Test
    void linkToFilesAndHeadingsThatExist() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path document : documents()) {
            for (String link :
                    found(LINK, FENCED.matcher(Files.readString(document)).replaceAll(""))) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? document
                        : document.resolveSibling(parts[0]).normalize();
                if (!Files.exists(target)
                        || (parts.length > 1 && !anchors(target).contains(parts[1]))) {
                    broken.add(document + ": " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static Set<Path> documents() throws IOException {
        Set<Path> documents = files("docs", ".md");
        documents.addAll(files("routes", ".md"));
        documents.addAll(files("bench", ".md"));
        List.of("README.md", "CONTRIBUTING.md", "UPGRADING.md", "SECURITY.md", "CHANGELOG.md")
                .forEach(name -> documents.add(Path.of(name)));
        return documents;
    }

    /** The anchors of a document's headings, as GitHub makes them. */
    private static Set<String> anchors(Path document) throws IOException {
        return found(HEADING, FENCED.matcher(Files.readString(document)).replaceAll("")).stream()
                .map(heading ->
                        heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
