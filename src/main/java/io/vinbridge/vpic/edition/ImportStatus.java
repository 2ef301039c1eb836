package io.vinbridge.vpic.edition;

import io.vinbridge.vpic.dump.ImportProgress;
import java.time.Duration;
import java.util.Optional;

/** Status of the import that runs on this node, if one does. */
final class ImportStatus {

    /** For so long the lock of an import may outlive it, as it goes with the connection. */
    private static final long LINGERING = Duration.ofSeconds(3).toNanos();

    private volatile String doing;
    private volatile long overAt = System.nanoTime() - LINGERING;

    /** Whether one has ended on this node a moment ago. */
    boolean justOver() {
        return System.nanoTime() - overAt < LINGERING;
    }

    Optional<String> doing() {
        return Optional.ofNullable(doing);
    }

    /** The same to another listener as well. */
    ImportProgress with(ImportProgress other) {
        return new ImportProgress() {
            @Override
            public void table(String name) {
                doing = "reading " + name;
                other.table(name);
            }

            @Override
            public void step(String what) {
                doing = what;
                other.step(what);
            }
        };
    }

    void over() {
        overAt = System.nanoTime();
        doing = null;
    }
}
