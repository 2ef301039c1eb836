package io.vinbridge.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Row of patterns of VINs that a test class has to itself. Where it begins follows from the name of the class, which so
 * gets the same VINs in whichever JVM, and after whichever others, it runs: what a VIN stands for in the sandbox is
 * different for each.
 */
public final class PatternRow implements TestExecutionListener {

    /** Tests name patterns of their own below the first, and behind the last. */
    private static final int FIRST = 100_000;

    private static final int BEGINNINGS = 590_000;

    private static final AtomicInteger NEXT = new AtomicInteger(FIRST);

    static int next() {
        return NEXT.getAndIncrement();
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.getSource().orElse(null) instanceof ClassSource of
                && !of.getClassName().contains("$")) {
            NEXT.set(beginning(of.getClassName()));
        }
    }

    static int beginning(String testClass) {
        return FIRST + Math.floorMod(testClass.hashCode(), BEGINNINGS);
    }
}
