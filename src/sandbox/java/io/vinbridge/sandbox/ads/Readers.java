package io.vinbridge.sandbox.ads;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.validation.Schema;

/** The readers of a version: as many as were ever needed at a time, for making one takes longer than reading with it. */
final class Readers {
    private final Schema schema;
    private final Queue<EnvelopeReader> idle = new ConcurrentLinkedQueue<>();

    Readers(AdsVersion version) {
        this.schema = EnvelopeReader.schema(version);
    }

    Element read(byte[] envelope) throws SoapFault, EnvelopeReader.SchemaViolation {
        EnvelopeReader ready = idle.poll();
        EnvelopeReader reader = ready == null ? new EnvelopeReader(schema) : ready;
        try {
            return reader.read(envelope);
        } finally {
            idle.add(reader);
        }
    }
}
