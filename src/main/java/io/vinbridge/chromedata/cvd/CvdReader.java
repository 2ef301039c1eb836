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
        String error = envelope.failed ? String.join("; ", envelope.messages) : null;
        ResultReader result = envelope.result;
        return new CvdReply(
                envelope.failed && error.isEmpty() ? "an error without a message" : error,
                result.validVin(),
                result.vins(),
                envelope.failed ? null : result.described());
    }

    /** Envelope around the result. */
    private static final class Envelope {
        private final ResultReader result = new ResultReader();
        private final List<String> messages = new ArrayList<>();
        private boolean failed;
        private boolean known;

        void read(JsonMembers members) {
            members.skip("executionTimeMS", "copyright", "httpStatusCode", "id", "serverTime", "status");
            known = Stream.of("result", "error", "message", "validationErrorMessage")
                    .anyMatch(members::has);
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
            members.each("result", result::read);
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

    /** The JSON is no answer of the service. The message says what is wrong with it, never what it holds. */
    public static final class NoAnswer extends IOException {
        public NoAnswer(String message) {
            super(message);
        }
    }
}
