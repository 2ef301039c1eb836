package io.vinbridge.testing.selection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Filter that leaves, where {@code tests.group=fast}, the tests that start nothing: no node, no server, no browser, no
 * other process. Their classes say so themselves: a test that reaches one of these, through whichever classes of the
 * tests, is not fast.
 */
public final class FastGroup implements PostDiscoveryFilter {

    /** What starts something. */
    static final Set<String> STARTS = Set.of(
            "io.vinbridge.Vinbridge",
            "io.vinbridge.embedded.EmbeddedRun",
            "io.vinbridge.embedded.LocalPostgres",
            "io.vinbridge.embedded.LocalRedis",
            "io.vinbridge.ops.startup.MigrateCommand",
            "io.vinbridge.ops.routes.CheckRoutesCommand",
            "io.vinbridge.testing.Browser",
            "io.vinbridge.testing.TestServers",
            "java.lang.ProcessBuilder",
            "org.springframework.boot.SpringApplication",
            "org.springframework.boot.builder.SpringApplicationBuilder");

    private static final boolean ASKED_FOR = "fast".equals(System.getProperty("tests.group"));

    @Override
    public FilterResult apply(TestDescriptor test) {
        return FilterResult.includedIf(
                !ASKED_FOR || test.getSource().map(FastGroup::isFast).orElse(true));
    }

    private static boolean isFast(Object source) {
        if (source instanceof ClassSource of) {
            return isFast(of.getClassName());
        }
        return !(source instanceof MethodSource of) || isFast(of.getClassName());
    }

    static boolean isFast(String testClass) {
        Set<String> seen = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>();
        Classes.OF_TESTS.stream()
                .filter(one -> one.getName().equals(testClass) || one.getName().startsWith(testClass + "$"))
                .forEach(open::add);
        while (!open.isEmpty()) {
            JavaClass one = open.pop();
            if (STARTS.contains(one.getName())) {
                return false;
            }
            if (seen.add(one.getName()) && Classes.OF_TESTS.contain(one.getName())) {
                one.getDirectDependenciesFromSelf().forEach(to -> open.add(to.getTargetClass()));
            }
        }
        return true;
    }

    private static final class Classes {
        private static final JavaClasses OF_TESTS = new ClassFileImporter()
                .withImportOption(location -> location.contains("/test-classes/"))
                .importPackages("io.vinbridge");
    }
}
