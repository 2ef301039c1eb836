package io.vinbridge.sandbox.ads.soap;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.validation.Schema;

/**
 * The readers of a version: as many as were ever needed at a time, for making one takes longer than reading with it.
 */
public final class Readers {
    private final Schema schema;
    private final Queue<EnvelopeReader> idle = new ConcurrentLinkedQueue<>();

    public Readers(AdsVersion version) {
        this.schema = EnvelopeReader.schema(version);
    }

    public Element read(byte[] envelope) throws SoapFault, EnvelopeReader.SchemaViolation {
        EnvelopeReader ready = idle.poll();
        EnvelopeReader reader = ready == null ? new EnvelopeReader(schema) : ready;
        try {
            return reader.read(envelope);
        } finally {
            idle.add(reader);
        }
    }
}
