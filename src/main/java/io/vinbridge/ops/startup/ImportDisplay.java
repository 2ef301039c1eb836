package io.vinbridge.ops.startup;

import io.vinbridge.vpic.dump.ImportProgress;
import java.io.PrintStream;
import java.time.Duration;

/** Display of an import's progress: a line that is written over on a terminal, a line for each tenth elsewhere. */
final class ImportDisplay implements ImportProgress {

    private static final int EACH = 10;

    private final long size;
    private final PrintStream out;

    @SuppressWarnings("SystemConsoleNull")
    private final boolean terminal = System.console() != null;

    private long read;
    private int told = -1;
    private String table = "";

    ImportDisplay(long size, PrintStream out) {
        this.size = Math.max(1, size);
        this.out = out;
    }

    void read(int bytes) {
        read += bytes;
        int percent = (int) Math.min(100, 100 * read / size);
        if (percent != told && (terminal || percent / EACH != told / EACH)) {
            told = percent;
            say("Reading " + percent + " %  " + table);
        }
    }

    @Override
    public void table(String name) {
        table = name;
    }

    @Override
    public void step(String what) {
        say(Character.toUpperCase(what.charAt(0)) + what.substring(1));
    }

    void done(Duration took) {
        say("In use after " + took.toSeconds() + " s.");
        out.println();
    }

    private void say(String line) {
        if (terminal) {
            out.print("\r\u001b[K" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }
}
