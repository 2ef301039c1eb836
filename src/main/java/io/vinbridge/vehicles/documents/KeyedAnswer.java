package io.vinbridge.vehicles.documents;

import java.util.List;

/**
 * Answer to a request key.
 *
 * @param correlationId whoever wanted it, null where nobody did
 */
public record KeyedAnswer(String key, NormalizedAnswer answer, String correlationId) {

    public DocumentHash hash() {
        return answer.document().hash();
    }

    public static byte[][] hashes(List<KeyedAnswer> answers) {
        return answers.stream().map(said -> said.hash().bytes()).toArray(byte[][]::new);
    }
}
