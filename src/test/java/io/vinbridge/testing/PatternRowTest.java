package io.vinbridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatternRowTest {

    private static final int LONGEST = 1_000;

    @Test
    void beginsWhereTheNameOfTheClassSays() {
        assertThat(PatternRow.next()).isEqualTo(PatternRow.beginning(PatternRowTest.class.getName()));
    }

    @Test
    void meetsNoOtherRowOnTheWorldThatClassesShare() {
        List<Integer> beginnings = new ClassFileImporter()
                        .withImportOption(location -> location.contains("/test-classes/"))
                        .importPackages("io.vinbridge")
                        .stream()
                        .filter(PatternRowTest::isOnTheSharedWorld)
                        .map(test -> PatternRow.beginning(test.getName().replaceAll("\\$.*", "")))
                        .distinct()
                        .sorted()
                        .toList();

        assertThat(beginnings).hasSizeGreaterThan(10);
        assertThat(IntStream.range(1, beginnings.size()).map(i -> beginnings.get(i) - beginnings.get(i - 1)))
                .allMatch(gap -> gap > LONGEST);
    }

    private static boolean isOnTheSharedWorld(JavaClass test) {
        return test.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTarget().getFullName().equals("io.vinbridge.testing.World.shared()"));
    }
}
