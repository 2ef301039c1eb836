package io.vinbridge.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.vpic.decode.ProbableVin;
import java.util.List;

/**
 * Problem details of RFC 9457.
 *
 * @param type the same for ever for the same cause, such as {@code urn:vinbridge:problem:not-carried}
 * @param suggestedVin the VIN that may be meant, where what was sent is none; null where none can be told
 * @param candidates VINs that were perhaps meant, the likeliest first; null for none
 * @param correlationId by which the operator finds everything about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String suggestedVin,
        List<Candidate> candidates,
        String correlationId) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** VIN that was perhaps meant: how likely, from 0 to 1, and what it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(String vin, double likelihood, Integer modelYear, String make, String model) {

        private static final int MAKE = 26;
        private static final int MODEL = 28;

        static Candidate of(ProbableVin one) {
            return new Candidate(
                    one.vin(),
                    one.likelihood(),
                    one.decoded().modelYear(),
                    one.decoded().said(MAKE),
                    one.decoded().said(MODEL));
        }
    }

    /** One without suggestions. */
    static Problem of(String type, String title, int status, String detail, String correlationId) {
        return new Problem(type, title, status, detail, null, null, correlationId);
    }
}
