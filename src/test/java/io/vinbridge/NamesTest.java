package io.vinbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class is a noun that says what it is, and one simple name stands for one class. */
class NamesTest {

    /** Nouns of the field that end like a gerund or a participle. */
    private static final Set<String> NOUNS = Set.of("Tracing", "Warning", "Spelling");

    private static final Pattern BARE_VERB = Pattern.compile("[A-Z][a-z]+(ing|ings|ed)");
    private static final Pattern DRAWER = Pattern.compile(".*(Utils?|Helper|Constants|Manager|Impl)");

    private static final Pattern DOC_OF_A_TYPE = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*+)\\*/\\s*(?:@[^\\n]*\\n\\s*)*"
                    + "(?:(?:public|protected|private|final|abstract|sealed|non-sealed|static) )*(?:class|record|enum|interface|@interface) ",
            Pattern.DOTALL);
    private static final Pattern QUESTION = Pattern.compile(
            "[\\s*]*(What|How|Where|Who|Whose|Whether|Which|When|Why|Those|Has|Is|Does)\\b.*", Pattern.DOTALL);

    private static final List<JavaClass> PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.vinbridge").stream()
                    .filter(type ->
                            !type.isAnonymousClass() && !type.getSimpleName().isEmpty())
                    .toList();

    @Test
    void noClassIsNamedByABareVerb() {
        assertThat(PRODUCT)
                .filteredOn(type -> type.getEnclosingClass().isEmpty())
                .extracting(JavaClass::getSimpleName)
                .filteredOn(name -> !NOUNS.contains(name))
                .noneMatch(name -> BARE_VERB.matcher(name).matches())
                .noneMatch(name -> DRAWER.matcher(name).matches());
    }

    /** The sandbox is a program of its own, in the vendor's words; it shares no code with the service. */
    @Test
    void noSimpleNameStandsTwice() {
        Map<String, List<String>> byName = PRODUCT.stream()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> !type.getPackageName().startsWith("io.vinbridge.sandbox"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        byName.remove("package-info");

        assertThat(byName).allSatisfy((name, types) -> assertThat(types).hasSize(1));
    }

    /**
     * A reader learns from the first words what the thing is; a clause that only circles it tells nothing to search
     * for.
     */
    @Test
    void everyDocOfAClassBeginsWithTheThing() {
        assertThat(List.of("main", "embedded", "sandbox"))
                .flatExtracting(root -> docsOfTypes(Path.of("src", root, "java")))
                .hasSizeGreaterThan(500)
                .noneMatch(doc -> QUESTION.matcher(doc).matches());
    }

    @Test
    void everyPackageHasADescription() {
        assertThat(List.of("main", "embedded", "sandbox"))
                .flatExtracting(root -> packages(Path.of("src", root, "java")))
                .hasSizeGreaterThan(50)
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    private static List<Path> packages(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static List<String> docsOfTypes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<String> docs = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                DOC_OF_A_TYPE.matcher(Files.readString(file)).results().forEach(doc -> docs.add(doc.group(1)));
            }
            return docs;
        }
    }
}
