package io.vinbridge.api.caching;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Hash of values and, of records and lists, of all that is in them, each after its length: no two lists of values are
 * written the same. The text that a record makes of itself will not do, as the JDK reads a format for each.
 */
final class Fingerprint {

    private static final int ENOUGH = 12;

    private static final ClassValue<Method[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            Method[] accessors = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
            AccessibleObject.setAccessible(accessors, true);
            return accessors;
        }
    };

    private final StringBuilder written = new StringBuilder(1024);

    private Fingerprint() {}

    /** Of values in their order, in hexadecimal. */
    static String of(@Nullable Object... values) {
        Fingerprint fingerprint = new Fingerprint();
        for (Object value : values) {
            fingerprint.add(value);
        }
        return HexFormat.of().formatHex(DigestUtils.sha256(fingerprint.written.toString()), 0, ENOUGH);
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            written.append('-');
        } else if (value instanceof Record parts) {
            written.append('(');
            for (Method component : COMPONENTS.get(parts.getClass())) {
                add(read(component, parts));
            }
            written.append(')');
        } else if (value instanceof Collection<?> values) {
            written.append('[');
            values.forEach(this::add);
            written.append(']');
        } else if (value instanceof Instant at) {
            written.append('@').append(at.getEpochSecond()).append('.').append(at.getNano());
        } else if (value.getClass().isArray()) {
            throw new IllegalArgumentException("an array's text is another for each array of the same");
        } else {
            String text = value.toString();
            written.append(text.length()).append(':').append(text);
        }
    }

    private static @Nullable Object read(Method component, Record of) {
        try {
            return component.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record does not tell what it has", e);
        }
    }
}
