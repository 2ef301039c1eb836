package io.vinbridge.deadletters;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.deadletters.DeadLetter.Left;
import io.vinbridge.failures.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    PreparedStatement bind(String source, PreparedStatement sql) throws SQLException {
        Collection<Left> letters = bySubject.values();
        sql.setString(1, source);
        ArrayColumn.TEXT.set(sql, 2, letters, Left::subject);
        ArrayColumn.TEXT.set(
                sql, 3, letters, letter -> letter.failure().reason().name());
        ArrayColumn.TEXT.set(sql, 4, letters, letter -> shown(letter.failure()));
        ArrayColumn.TEXT.set(sql, 5, letters, letter -> {
            String text = text(letter.body());
            return text == null ? Base64.getEncoder().encodeToString(letter.body()) : text;
        });
        ArrayColumn.TEXT.set(sql, 6, letters, letter -> text(letter.body()) == null ? "base64" : null);
        ArrayColumn.INTEGER.set(sql, 7, letters, Left::attempts);
        ArrayColumn.TEXT.set(sql, 8, letters, Left::correlationId);
        return sql;
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
