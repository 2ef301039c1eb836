package io.vinbridge.testing.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastGroupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.vinbridge.vehicles.VinTest",
                "io.vinbridge.chromedata.ads.DescribedStylesTest",
                "io.vinbridge.vehicles.CanonicalJsonTest",
                "io.vinbridge.testing.selection.FastGroupTest"
            })
    void holdsWhatStartsNothing(String test) {
        assertThat(FastGroup.isFast(test)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.vinbridge.api.MediaTest",
                "io.vinbridge.ops.startup.MigrationStepTest",
                "io.vinbridge.ops.OperationsPageTest",
                "io.vinbridge.embedded.EmbeddedRunTest",
                "io.vinbridge.gallery.store.ImageStoreTest",
                "io.vinbridge.work.WorkQueueTest"
            })
    void leavesOutWhatStartsANodeAServerOrABrowser(String test) {
        assertThat(FastGroup.isFast(test)).isFalse();
    }

    @Test
    void knowsEachClassOfTheProductThatStartsANode() {
        assertThat(new ClassFileImporter()
                                .withImportOption(location -> location.contains("/classes/"))
                                .importPackages("io.vinbridge")
                                .stream()
                                .filter(one -> one.getDirectDependenciesFromSelf().stream()
                                        .anyMatch(to -> to.getTargetClass()
                                                .getName()
                                                .equals("org.springframework.boot.SpringApplication")))
                                .map(one -> one.getName().replaceAll("\\$.*", ""))
                                .filter(name -> !FastGroup.STARTS.contains(name)))
                .isEmpty();
    }

    @Test
    void namesNothingThatIsNoLongerThere() {
        assertThat(FastGroup.STARTS)
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }
}
