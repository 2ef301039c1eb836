package io.vinbridge.api.http.connection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeper of a body that is being received, and then of the body: in memory, or in a file. */
public interface BodySink {

    void add(byte[] bytes, int length) throws IOException;

    InputStream read() throws IOException;

    byte[] bytes();

    /** Nothing of it is held any more. */
    void discard();

    static BodySink inMemory(int expected) {
        ByteArrayOutputStream received = new ByteArrayOutputStream(expected);
        return new BodySink() {
            @Override
            public void add(byte[] bytes, int length) {
                received.write(bytes, 0, length);
            }

            @Override
            public InputStream read() {
                return new ByteArrayInputStream(received.toByteArray());
            }

            @Override
            public byte[] bytes() {
                return received.toByteArray();
            }

            @Override
            public void discard() {
                // The collector does.
            }
        };
    }

    static BodySink inFile() throws IOException {
        Path file = Files.createTempFile("vinbridge-body", null);
        OutputStream out = Files.newOutputStream(file);
        return new BodySink() {
            @Override
            public void add(byte[] bytes, int length) throws IOException {
                out.write(bytes, 0, length);
            }

            @Override
            public InputStream read() throws IOException {
                out.close();
                return Files.newInputStream(file);
            }

            @Override
            public byte[] bytes() {
                throw new IllegalStateException("a body that is received into a file is read as a stream");
            }

            @Override
            public void discard() {
                try {
                    out.close();
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("a received body cannot be deleted", e);
                }
            }
        };
    }
}
