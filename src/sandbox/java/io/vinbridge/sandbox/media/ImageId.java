package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.Body;
import io.vinbridge.sandbox.catalog.models.ModelLine;
import java.util.Optional;

/**
 * Identifier of the vehicle that a photograph shows, such as {@code 2024FOS090035}: all styles of a model and year in
 * one body share it.
 */
record ImageId(int year, ModelLine line, Body body) {

    private static final int BODIES = 100;
    private static final int DIGITS = 6;

    static ImageId of(Style style) {
        return new ImageId(style.year(), style.line(), style.body());
    }

    /** Reads a name back, if it is one that a vehicle has. */
    static Optional<ImageId> read(String name) {
        int year = Integer.parseInt(name.substring(0, 4));
        int number = Integer.parseInt(name.substring(7));
        if (number / BODIES >= ModelLine.all().size()) {
            return Optional.empty();
        }
        ModelLine line = ModelLine.all().get(number / BODIES);
        return line.bodies().stream()
                .skip(number % BODIES)
                .findFirst()
                .map(body -> new ImageId(year, line, body))
                .filter(id -> id.name().equals(name));
    }

    String name() {
        String number = String.valueOf(line.place() * BODIES + line.bodies().indexOf(body));
        return year + line.division().code() + body.letter() + "0".repeat(DIGITS - number.length()) + number;
    }
}
