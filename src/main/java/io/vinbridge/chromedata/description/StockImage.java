package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The vendor's stock picture of a style, in pixels; {@code url} is absent where the address is bound to an account. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StockImage(String url, String filename, Integer width, Integer height) {}
