package io.vinbridge.api.representation;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.IOException;

/** Reads JSON bodies; what the contract does not have is refused, and the message says where it stands. */
public final class JsonBodyReader {

    private JsonBodyReader() {}

    /**
     * The body as an object of a type.
     *
     * @throws Failure if it is none; it says where
     */
    public static <T> T read(ObjectMapper mapper, RequestBody request, Class<T> type) {
        if (request == null) {
            throw new Failure(Reason.INVALID_REQUEST, "The body must be a JSON object");
        }
        byte[] body = request.bytes();
        try {
            T read = mapper.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(body);
            if (read == null) {
                throw new Failure(Reason.INVALID_REQUEST, "The body must be a JSON object");
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw wrong("There is no member " + e.getPropertyName() + " here", e);
        } catch (JsonMappingException e) {
            // JSON that breaks off inside a list is reported as the list's failure.
            if (e.getCause() instanceof StreamReadException broken) {
                throw wrong("The body is no JSON", broken);
            }
            throw wrong(path(e) + " is not what the contract has", e);
        } catch (JsonProcessingException e) {
            throw wrong("The body is no JSON", e);
        } catch (IOException e) {
            throw new Failure(Reason.INVALID_REQUEST, "The body is no JSON");
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.isEmpty() ? "The body" : path.toString();
    }

    private static Failure wrong(String what, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return new Failure(Reason.INVALID_REQUEST, what + where);
    }
}
