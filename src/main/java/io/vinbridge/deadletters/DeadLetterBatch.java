package io.vinbridge.deadletters;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.deadletters.DeadLetter.Left;
import io.vinbridge.failures.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Letters as the columns that one statement writes; a body that no text column takes is written in base64. */
final class DeadLetterBatch {

    private final Map<String, Left> bySubject = new LinkedHashMap<>();

    DeadLetterBatch(Collection<Left> letters) {
        letters.forEach(letter -> bySubject.put(letter.subject(), letter));
    }

    /** The columns, by the names of the statement's parameters. */
    Map<String, ?> columns() {
        Collection<Left> letters = bySubject.values();
        return Map.of(
                "subjects", ArrayColumn.TEXT.of(letters, Left::subject),
                "reasons",
                        ArrayColumn.TEXT.of(
                                letters, letter -> letter.failure().reason().name()),
                "details", ArrayColumn.TEXT.of(letters, letter -> shown(letter.failure())),
                "bodies", ArrayColumn.TEXT.of(letters, DeadLetterBatch::body),
                "encodings", ArrayColumn.TEXT.of(letters, letter -> text(letter.body()) == null ? "base64" : null),
                "attempts", ArrayColumn.INTEGER.of(letters, Left::attempts),
                "correlationIds", ArrayColumn.TEXT.of(letters, Left::correlationId));
    }

    private static String body(Left letter) {
        String text = text(letter.body());
        return text == null ? Base64.getEncoder().encodeToString(letter.body()) : text;
    }

    /** A message may quote what came, and no text of PostgreSQL has a zero character in it. */
    private static String shown(Failure failure) {
        return failure.getMessage().replace("\0", "\\u0000");
    }

    /** Null where it is no text that PostgreSQL takes: not UTF-8, or with a zero character in it. */
    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
