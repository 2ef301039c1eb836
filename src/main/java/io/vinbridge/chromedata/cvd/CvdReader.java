package io.vinbridge.chromedata.cvd;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads an answer of CVD. What has the shape of one is read without an error, whatever its members are. */
public final class CvdReader {

    private static final int DEEPEST = 64;

    /** Reads on to the end of the bytes: whoever keeps them misses none, and nothing may follow the document. */
    static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final UnreadMembers unread;

    public CvdReader(UnreadMembers unread) {
        this.unread = unread;
    }

    /**
     * Reads the whole stream.
     *
     * @throws NoAnswer if it is JSON, and no answer of this service
     * @throws IOException if it is no JSON; the connection's own failure otherwise
     */
    public CvdReply read(InputStream json) throws IOException {
        return read(JSON.readTree(json));
    }

    /** The same from what is read already. */
    public CvdReply read(JsonNode document) throws NoAnswer {
        if (document == null || !document.isObject()) {
            throw new NoAnswer("the answer is no JSON object");
        }
        Envelope envelope = new Envelope();
        JsonMembers.read(document, unread, envelope::read);
        if (!envelope.known) {
            throw new NoAnswer("the answer has neither a result nor an error");
        }
        if (envelope.results > 1) {
            throw new NoAnswer("the answer has several results");
        }
        String message = String.join("; ", envelope.messages);
        String error = envelope.failed ? message : null;
        ResultReader result = envelope.result;
        return new CvdReply(
                envelope.failed && message.isEmpty() ? "an error without a message" : error,
                message,
                result.validVin(),
                result.vins(),
                envelope.failed ? null : result.described());
    }

    /**
     * Lets a document pass that says of no error.
     *
     * @param answered whether it has a result: a message is beside that then, and in its place otherwise
     * @throws Declined where it says of one
     */
    public void requireNoError(JsonNode document, boolean answered) throws Declined {
        Envelope envelope = new Envelope();
        JsonMembers.read(document, new UnreadMembers(), envelope::say);
        if (envelope.failed || (!answered && !envelope.messages.isEmpty())) {
            throw new Declined(
                    envelope.messages.isEmpty() ? "an error without a message" : String.join("; ", envelope.messages));
        }
    }

    /** Envelope around the result. */
    private static final class Envelope {
        private final ResultReader result = new ResultReader();
        private final List<String> messages = new ArrayList<>();
        private boolean failed;
        private boolean known;
        private int results;

        void read(JsonMembers members) {
            members.skip("executionTimeMS", "copyright", "httpStatusCode", "id", "serverTime", "status");
            known = Stream.of("result", "error", "message", "validationErrorMessage")
                    .anyMatch(members::has);
            say(members);
            members.each("result", one -> {
                results++;
                result.read(one);
            });
        }

        /** What went wrong, and what is said beside it. */
        private void say(JsonMembers members) {
            Boolean truth = members.truth("error");
            failed = Boolean.TRUE.equals(truth);
            if (truth == null) {
                members.eachOrText("error", this::error, error -> {
                    failed = true;
                    Stream.of("message", "description", "code").map(error::text).forEach(this::say);
                });
            }
            say(members.text("message"));
            say(members.text("validationErrorMessage"));
        }

        /** Written as a truth, or as what went wrong. */
        private void error(String text) {
            switch (text.toLowerCase(Locale.ROOT)) {
                case "", "false", "no", "n", "0", "none" -> {}
                case "true", "yes", "y", "1" -> failed = true;
                default -> {
                    failed = true;
                    say(text);
                }
            }
        }

        private void say(String text) {
            if (text != null && !messages.contains(text)) {
                messages.add(text);
            }
        }
    }

    /** The service says, in an answer of its own, that something went wrong. The message is its text. */
    public static final class Declined extends IOException {
        Declined(String text) {
            super(text);
        }
    }

    /** The JSON is no answer of the service. The message says what is wrong with it, never what it holds. */
    public static final class NoAnswer extends IOException {
        public NoAnswer(String message) {
            super(message);
        }
    }
}
