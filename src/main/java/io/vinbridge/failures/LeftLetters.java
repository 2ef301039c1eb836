package io.vinbridge.failures;

import io.vinbridge.failures.DeadLetter.Left;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Letters as the columns that one statement writes; a body that no text column takes is written in base64. */
final class LeftLetters {

    private final Map<String, Left> bySubject = new LinkedHashMap<>();

    LeftLetters(Collection<Left> letters) {
        letters.forEach(letter -> bySubject.put(letter.subject(), letter));
    }

    PreparedStatement bind(String source, PreparedStatement sql) throws SQLException {
        sql.setString(1, source);
        column(sql, 2, "text", Left::subject);
        column(sql, 3, "text", letter -> letter.failure().reason().name());
        column(sql, 4, "text", letter -> letter.failure().getMessage());
        column(sql, 5, "text", letter -> {
            String text = text(letter.body());
            return text == null ? Base64.getEncoder().encodeToString(letter.body()) : text;
        });
        column(sql, 6, "text", letter -> text(letter.body()) == null ? "base64" : null);
        column(sql, 7, "int", Left::attempts);
        column(sql, 8, "text", Left::correlationId);
        return sql;
    }

    private void column(PreparedStatement sql, int parameter, String type, Function<Left, Object> value)
            throws SQLException {
        Object[] values = bySubject.values().stream().map(value).toArray();
        sql.setArray(parameter, sql.getConnection().createArrayOf(type, values));
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
