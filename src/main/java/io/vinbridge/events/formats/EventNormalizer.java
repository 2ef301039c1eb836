package io.vinbridge.events.formats;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.events.EventSettings;
import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.RouteGate;
import io.vinbridge.events.VehicleEvent;
import io.vinbridge.events.formats.messages.MessageBatch;
import io.vinbridge.events.formats.messages.MessageParser;
import io.vinbridge.events.formats.messages.MessageParser.Part;
import io.vinbridge.events.formats.messages.TextEncoding;
import io.vinbridge.failures.Failure;
import io.vinbridge.vehicles.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Normalizer of messages to the canonical event: takes them apart, finds the format of each part, and has its route map
 * it.
 */
@Component
public class EventNormalizer {

    private static final int OF_THE_KEY = 16;

    /** A message may hold many events. */
    private static final int MANY = 10;

    private final Formats formats;
    private final EventSettings settings;
    private final RouteGate gate;

    public EventNormalizer(Formats formats, EventSettings settings, RouteGate gate) {
        this.formats = formats;
        this.settings = settings;
        this.gate = gate;
    }

    /** Parses the messages of a batch: no message, however bad, keeps another from being read. */
    public ParsedEvents read(MessageBatch batch) {
        return gate.passing(() -> readAll(batch));
    }

    private ParsedEvents readAll(MessageBatch batch) {
        List<Format> running = formats.running();
        List<ParsedEvent> readings = new ArrayList<>(batch.messages().size());
        for (byte[] message : batch.messages()) {
            read(message, running, batch.correlationId(), readings);
            if (batch.channel() == IntakeChannel.HTTP && readings.size() > MessageBatch.MOST_EVENTS) {
                throw MessageParser.tooMany();
            }
        }
        return new ParsedEvents(batch.channel(), readings);
    }

    private void read(byte[] message, List<Format> running, String correlationId, List<ParsedEvent> readings) {
        List<Part> parts;
        try {
            checkSize(message, MANY * settings.largest().toBytes());
            parts = MessageParser.parts(TextEncoding.utf8(message, null));
        } catch (RuntimeException e) {
            readings.add(unclear(message, e, correlationId));
            return;
        }
        for (Part part : parts) {
            byte[] json = part.bytes();
            try {
                checkSize(json, settings.largest().toBytes());
                for (JsonNode mapped : Formats.of(part.tree(), running).map(json)) {
                    readings.add(understood(CanonicalEvent.read(mapped, settings), correlationId));
                }
            } catch (RuntimeException e) {
                readings.add(unclear(json, e, correlationId));
            }
        }
    }

    private static void checkSize(byte[] message, long most) {
        if (message.length > most) {
            throw MessageParser.tooLarge("It is larger than " + most + " bytes");
        }
    }

    private static ParsedEvent understood(VehicleEvent event, String correlationId) {
        String json = CanonicalJson.text(event);
        String key = EventKey.of(event, json);
        return new ParsedEvent.Understood(event, key, json, correlation(correlationId, key));
    }

    /**
     * Whatever reading it failed with, also in code of an operator's mapping, it is this message's: the others are
     * read.
     */
    private static ParsedEvent unclear(byte[] body, RuntimeException e, String correlationId) {
        Failure failure =
                e instanceof Failure said ? said : MessageParser.unclear("It cannot be read: " + Format.reason(e));
        String key = EventKey.of(body);
        return new ParsedEvent.Unclear(key, body, failure, correlation(correlationId, key));
    }

    private static String correlation(String given, String key) {
        return given == null ? "event-" + key.substring(0, OF_THE_KEY) : given;
    }
}
