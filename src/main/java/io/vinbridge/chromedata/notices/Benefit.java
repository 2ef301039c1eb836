package io.vinbridge.chromedata.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A statement of what a piece of equipment is good for, in words for buyers (CVD). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Benefit(String equipment, String title, String definition, String statement, List<Integer> styleIds) {}
