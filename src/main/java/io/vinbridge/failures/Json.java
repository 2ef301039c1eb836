package io.vinbridge.failures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/**
 * JSON of this service's own values, with the mapper that it is given. One that cannot be written, or read back from
 * where it was stored, is a fault of this service; JSON of callers is read elsewhere, with an error that they can act
 * on.
 */
@Component
public record Json(ObjectMapper mapper) {

    /** The value as JSON in UTF-8. */
    public byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /** The value as JSON text. */
    public String text(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /** A value that {@link #text} wrote. */
    public <T> T read(String stored, Class<T> type) {
        try {
            return mapper.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getSimpleName(), e);
        }
    }

    /** The same of a generic type. */
    public <T> T read(String stored, TypeReference<T> type) {
        try {
            return mapper.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getType().getTypeName(), e);
        }
    }

    private static IllegalStateException unwritable(Object value, JsonProcessingException e) {
        return new IllegalStateException(value.getClass().getSimpleName() + " cannot be written as JSON", e);
    }

    private static IllegalStateException unreadable(String type, JsonProcessingException e) {
        return new IllegalStateException("stored JSON cannot be read as " + type, e);
    }
}
