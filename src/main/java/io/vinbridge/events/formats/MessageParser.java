package io.vinbridge.events.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Takes messages apart into trees, whatever they are written in: JSON, XML, or lines of CSV. */
final class MessageParser {

    private static final int DEEPEST = 100;

    /** Of a tree in memory, each costs some fifty times what it takes in a message. */
    private static final int MOST_TOKENS = 500_000;

    /** Reads and writes trees; numbers stay decimal. */
    static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();
    private static final int BYTE_ORDER_MARK = 0xEF;

    private MessageParser() {}

    /**
     * The trees in a message: of JSON the one, or the elements of a list; of XML the one, under the name of its root; of CSV one for
     * each line under {@code csv}, a list, or an object where a first line that has {@code vin} names the columns.
     *
     * @throws Failure if it is none of these; it says where it goes wrong
     */
    static List<JsonNode> trees(byte[] message) {
        int begin = begin(message);
        if (begin == message.length) {
            throw unclear("The message is empty");
        }
        return switch (message[begin]) {
            case '{', '[' -> json(message);
            case '<' -> List.of(XmlTree.read(message, begin));
            default -> csv(text(message));
        };
    }

    static Failure unclear(String why) {
        return new NotUnderstood(Reason.INVALID_EVENT, why);
    }

    static Failure tooMany() {
        return tooLarge("It holds more than " + MessageBatch.MOST_EVENTS + " events; send them in parts");
    }

    static Failure tooLarge(String why) {
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

    /** Where it goes wrong, for the end of a sentence; empty where that is not known. */
    static String where(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static int begin(byte[] message) {
        int begin = message.length > 2 && (message[0] & 0xff) == BYTE_ORDER_MARK ? 3 : 0;
        while (begin < message.length && message[begin] <= ' ' && message[begin] >= 0) {
            begin++;
        }
        return begin;
    }

    private static List<JsonNode> json(byte[] message) {
        try {
            JsonNode tree = JSON.readTree(message);
            if (!tree.isArray()) {
                return List.of(tree);
            }
            checkCount(tree.size() - 1);
            List<JsonNode> elements = new ArrayList<>(tree.size());
            tree.forEach(elements::add);
            if (elements.isEmpty()) {
                throw unclear("The list is empty");
            }
            return elements;
        } catch (StreamConstraintsException e) {
            throw unclear("The message is no JSON that is read: it is nested too deeply, or holds too much" + where(e));
        } catch (JsonProcessingException e) {
            throw unclear("The message is no JSON" + where(e));
        } catch (IOException e) {
            throw unclear("The message is no JSON in UTF-8");
        }
    }

    private static List<JsonNode> csv(String text) {
        if (text.indexOf(',') < 0) {
            throw unclear("The message is no JSON, no XML and no line of CSV");
        }
        try (CSVParser parser = CSV.parse(new StringReader(text))) {
            List<JsonNode> lines = new ArrayList<>();
            List<String> columns = null;
            for (CSVRecord line : parser) {
                checkCount(lines.size());
                if (parser.getRecordNumber() == 1 && names(line)) {
                    columns = line.toList();
                } else {
                    lines.add(JSON.createObjectNode().set("csv", columns == null ? list(line) : object(line, columns)));
                }
            }
            if (lines.isEmpty()) {
                throw unclear("There is no line after the names of the columns");
            }
            return lines;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw unclear("The message is no CSV");
        }
    }

    private static void checkCount(int before) {
        if (before >= MessageBatch.MOST_EVENTS) {
            throw tooMany();
        }
    }

    private static boolean names(CSVRecord line) {
        return line.stream().anyMatch(name -> name.equalsIgnoreCase("vin"));
    }

    private static JsonNode list(CSVRecord line) {
        var list = JSON.createArrayNode();
        line.forEach(list::add);
        return list;
    }

    private static JsonNode object(CSVRecord line, List<String> columns) {
        var object = JSON.createObjectNode();
        for (int i = 0; i < Math.min(line.size(), columns.size()); i++) {
            object.put(columns.get(i).toLowerCase(java.util.Locale.ROOT), line.get(i));
        }
        return object;
    }

    private static String text(byte[] message) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unclear("The message is no text in UTF-8");
        }
    }
}
