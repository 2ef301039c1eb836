package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.ModelId;
import java.util.Optional;

/**
 * One style of a model in a country, by its place in the line-up. Its number can be read back, so that no style needs
 * storing.
 */
public record StyleId(ModelId model, int place, Country country) {

    /** A model has at most so many styles a year. */
    static final int ROOM = 20;

    private static final int COUNTRIES = Country.values().length;

    /** Six or seven digits. */
    public int number() {
        return (model.number() * ROOM + place) * COUNTRIES + country.mark();
    }

    /** The style id that a number stands for; whether the model has that many styles is not known here. */
    public static Optional<StyleId> of(int number) {
        if (number < 0) {
            return Optional.empty();
        }
        Country country = Country.marked(number % COUNTRIES);
        int place = number / COUNTRIES % ROOM;
        return ModelId.of(number / COUNTRIES / ROOM).map(model -> new StyleId(model, place, country));
    }
}
