package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An Autodata code of a style, with the logic under which it applies (from service 7b on). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Acode(String code, String logic) {}
