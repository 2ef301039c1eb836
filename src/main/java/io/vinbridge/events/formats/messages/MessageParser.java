package io.vinbridge.events.formats.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vinbridge.events.formats.mapping.MessageNodes;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Json;
import io.vinbridge.failures.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/** Takes messages apart into trees, whatever they are written in: JSON, XML, or lines of CSV. */
public final class MessageParser {

    private static final int DEEPEST = 100;

    /** A parsed token takes about 50 times its size on the wire, so the number of tokens is bounded. */
    private static final int MOST_TOKENS = 500_000;

    /** Reads and writes trees; numbers stay decimal. */
    public static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(new MessageNodes())
            .build();

    static final Json WRITTEN = new Json(JSON);

    private MessageParser() {}

    /**
     * One of the trees in a message.
     *
     * @param written as it came, where it is all of the message; null where it has to be written anew
     */
    public record Part(JsonNode tree, byte[] written) {

        public byte[] bytes() {
            return written == null ? WRITTEN.bytes(tree) : written;
        }
    }

    /**
     * The trees in a message: of JSON the one, or the elements of a list; of XML the one, under the name of its root;
     * of CSV one for each line under {@code csv}, a list, or an object where a first line that has {@code vin} names
     * the columns. A text in place of JSON, or of the data of a CloudEvent, is read once more.
     *
     * @param message in UTF-8, without a mark
     * @throws Failure if it is none of these; it says where it goes wrong
     */
    public static List<Part> parts(byte[] message) {
        int begin = begin(message);
        if (begin == message.length) {
            throw unclear("The message is empty");
        }
        return switch (message[begin]) {
            case '{', '[' -> json(message);
            case '<' -> List.of(new Part(XmlTree.read(message, begin), null));
            case '"' -> quoted(message);
            default -> CsvLines.parts(text(message));
        };
    }

    public static Failure unclear(String why) {
        return new NotUnderstood(Reason.INVALID_EVENT, why);
    }

    public static Failure tooMany() {
        return tooLarge("It holds more than " + MessageBatch.MOST_EVENTS + " events; send them in parts");
    }

    public static Failure tooLarge(String why) {
        return new NotUnderstood(Reason.TOO_LARGE, why);
    }

    /** Without the place in the code, which says nothing: a message may hold thousands that are not understood. */
    private static final class NotUnderstood extends Failure {

        NotUnderstood(Reason reason, String message) {
            super(reason, message);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** Location of the error, for the end of a sentence; empty if it is not known. */
    static String where(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static int begin(byte[] message) {
        int begin = 0;
        while (begin < message.length && message[begin] <= ' ' && message[begin] >= 0) {
            begin++;
        }
        return begin;
    }

    /** JSON that was written as a text of JSON; else it is a line of CSV that begins with a quote. */
    private static List<Part> quoted(byte[] message) {
        try {
            JsonNode tree = JSON.readTree(message);
            List<JsonNode> found = new ArrayList<>();
            JsonTexts.expand(tree, 0, found);
            if (!found.equals(List.of(tree))) {
                return found.stream().map(one -> new Part(one, null)).toList();
            }
        } catch (IOException e) {
            // It is no JSON, and may be CSV.
        }
        return CsvLines.parts(text(message));
    }

    /**
     * Of a tree that is the whole message, unchanged, the bytes are at hand: to compare it with itself would cost as
     * much as to write it.
     */
    @SuppressWarnings("ReferenceEquality")
    private static List<Part> json(byte[] message) {
        try {
            JsonNode tree = JSON.readTree(message);
            checkCount(tree.isArray() ? tree.size() - 1 : 0);
            List<JsonNode> found = new ArrayList<>();
            JsonTexts.expand(tree, 0, found);
            if (found.isEmpty()) {
                throw unclear("The list is empty");
            }
            checkCount(found.size() - 1);
            return found.stream()
                    .map(one -> new Part(one, one == tree ? message : null))
                    .toList();
        } catch (StreamConstraintsException e) {
            throw unclear("The message is no JSON that is read: it is nested too deeply, or holds too much" + where(e));
        } catch (JsonProcessingException e) {
            throw unclear("The message is no JSON" + where(e));
        } catch (IOException e) {
            throw unclear("The message is no JSON in UTF-8");
        }
    }

    static void checkCount(int before) {
        if (before >= MessageBatch.MOST_EVENTS) {
            throw tooMany();
        }
    }

    private static String text(byte[] message) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
        } catch (CharacterCodingException e) {
            throw unclear("The message is no text in UTF-8");
        }
    }
}
