package io.vinbridge.vehicles;

import java.util.List;

/**
 * What was said to a request key.
 *
 * @param correlationId whoever wanted it, null where nobody did
 */
public record Answered(String key, NormalisedAnswer answer, String correlationId) {

    DocumentHash hash() {
        return answer.document().hash();
    }

    static byte[][] hashes(List<Answered> answers) {
        return answers.stream().map(said -> said.hash().bytes()).toArray(byte[][]::new);
    }
}
