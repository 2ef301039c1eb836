package io.vinbridge.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Problem details of RFC 9457.
 *
 * @param type the same for ever for the same cause, such as {@code urn:vinbridge:problem:not-carried}
 * @param suggestedVin the VIN that may be meant, where what was sent is none; null where none can be told
 * @param correlationId by which the operator finds everything about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String suggestedVin, String correlationId) {

    static final String MEDIA_TYPE = "application/problem+json";
}
