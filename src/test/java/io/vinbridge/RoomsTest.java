package io.vinbridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.vinbridge.ops.Rooms;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.EndpointAware;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;

/** A room may know only rooms to its left: over imports, and over every edge between routes of the started context. */
class RoomsTest {

    private static final List<String> ROOMS = Rooms.LEFT_TO_RIGHT;

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.vinbridge");

    @Test
    void noRoomImportsOneToItsRight() {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            String[] right = ROOMS.subList(i + 1, ROOMS.size()).stream()
                    .map(room -> "io.vinbridge." + room + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.vinbridge." + ROOMS.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(right)
                    .allowEmptyShould(true)
                    .check(PRODUCT);
        }
    }

    /**
     * Each package is a slice of its own, a room's own package too: with slices below the room, cycles through it would
     * not be seen.
     */
    @Test
    void noCyclesBetweenPackages() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
    }

    @Test
    void everyRoomIsListed() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/io/vinbridge"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ROOMS);
        }
    }

    @Test
    void noFolderHoldsMoreThanAListOfContents() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src")).filter(RoomsTest::isOfJava)) {
            assertThat(folders).hasSizeGreaterThan(150).allSatisfy(folder -> {
                try (Stream<Path> files = Files.list(folder)) {
                    assertThat(files.filter(Files::isRegularFile).count())
                            .as(folder.toString())
                            .isLessThanOrEqualTo(20);
                }
            });
        }
    }

    private static boolean isOfJava(Path folder) {
        return Files.isDirectory(folder) && folder.toString().contains("/java/io/vinbridge");
    }

    @Test
    void noRoomKnowsTheEmbeddedServersOrTheSandbox() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.vinbridge.embedded..", "io.vinbridge.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vinbridge.embedded..", "io.vinbridge.sandbox..")
                .check(PRODUCT);
    }

    @Test
    void theSandboxKnowsNothingOfTheProduct() {
        noClasses()
                .that()
                .resideInAPackage("io.vinbridge.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOMS.stream()
                        .map(room -> "io.vinbridge." + room + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void noRouteSendsToARoomToItsRight() {
        URI nowhere = URI.create("http://127.0.0.1:9/Description/7c");
        try (Node node = Node.start(TestServers.migratedDatabase(), nowhere, nowhere)) {
            List<String> wrong = new ArrayList<>();
            CamelContext context = node.bean(CamelContext.class);
            for (Route route : context.getRoutes()) {
                edges(route)
                        .filter(to -> ROOMS.indexOf(to) > ROOMS.indexOf(owner(route)))
                        .forEach(to -> wrong.add(route.getRouteId() + " sends to " + to));
            }
            assertThat(wrong).isEmpty();
            assertThat(edges(context.getRoute("refresh-describe-anew")))
                    .containsExactly("refresh", "refresh", "refresh");
            assertThat(edges(context.getRoute("refresh-ask")))
                    .containsExactly("chromedata", "chromedata", "chromedata", "refresh");
            assertThat(edges(context.getRoute("api-find-vehicle"))).containsOnly("refresh");
        }
    }

    @Test
    void everyRouteSaysWhoseItIsAndWhatItDoes() {
        URI nowhere = URI.create("http://127.0.0.1:9/Description/7c");
        try (Node node = Node.start(TestServers.migratedDatabase(), nowhere, nowhere)) {
            for (Route route : node.bean(CamelContext.class).getRoutes()) {
                if (route.getEndpoint().getEndpointUri().startsWith("rest-openapi")) {
                    continue;
                }
                assertThat(route.getRouteId()).matches("[a-z]+(-[a-z]+)+(-\\d+)?");
                assertThat(route.getDescription()).as(route.getRouteId()).isNotBlank();
                assertThat(route.getGroup()).as(route.getRouteId()).isNotBlank();
            }
        }
    }

    /** The room a route belongs to is its group; schedules and other routes of operators stand to the right of all. */
    private static String owner(Route route) {
        return ROOMS.contains(route.getGroup()) ? route.getGroup() : "ops";
    }

    private static Stream<String> edges(Route route) {
        return route.filter("*").stream()
                .filter(EndpointAware.class::isInstance)
                .map(step -> ((EndpointAware) step).getEndpoint().getEndpointUri())
                .filter(uri -> uri.startsWith("direct:") || uri.startsWith("seda:"))
                .map(uri -> uri.replaceFirst("^[a-z]+:(//)?", "").replaceFirst("[.?].*", ""));
    }
}
