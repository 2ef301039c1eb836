package io.vinbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Serialised Java is read nowhere in the process. */
class SerialFilterTest {

    /** In a process of its own: a filter is set once, and holds for all of it. */
    @Test
    void theProcessReadsNoSerialisedObject() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("refused");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void theImageSetsTheFilterBeforeAnythingRuns() throws IOException {
        assertThat(Files.readAllLines(Path.of("image/java-options"))).contains("-Djdk.serialFilter=!*");
    }

    static final class Probe {

        public static void main(String[] args) throws Exception {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(new ArrayList<>(List.of("x")));
            Vinbridge.refuseSerializedObjects();
            try {
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            } catch (InvalidClassException e) {
                System.out.println("refused");
            }
        }
    }
}
