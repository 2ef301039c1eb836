package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The vendor's stock picture of a style.
 *
 * @param address where it is fetched from, perhaps bound to an account and new with every answer: no part of the
 *     description, and never to be shown
 * @param width pixels
 * @param height pixels
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StockImage(@JsonIgnore String address, String filename, Integer width, Integer height) {

    @Override
    public String toString() {
        return "StockImage[" + filename + ", " + width + "x" + height + "]";
    }
}
