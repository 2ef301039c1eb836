package io.vinbridge.events.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.formats.messages.MessageBatch;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Warm-up of the formats, once the operator's routes run and before the node is ready: the mappings are compiled by the
 * first message that is read, and whoever sent it would wait for that.
 */
@Component
@ConditionalOnProperty(name = "vinbridge.checking-routes", havingValue = "false", matchIfMissing = true)
class FormatWarmUp {

    private static final byte[] MESSAGE = """
            {"type": "vehicle.updated", "vin": "1HGCM82633A004352", "timestamp": "2026-01-01T00:00:00Z", "price": "15,000.00"}
            """.getBytes(UTF_8);

    private final EventNormalizer normalizer;

    FormatWarmUp(EventNormalizer normalizer) {
        this.normalizer = normalizer;
    }

    /** Reads a message that goes nowhere. */
    @EventListener(ApplicationReadyEvent.class)
    void read() {
        normalizer.read(new MessageBatch(IntakeChannel.HTTP, List.of(MESSAGE), null));
    }
}
