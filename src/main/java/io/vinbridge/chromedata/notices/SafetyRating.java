package io.vinbridge.chromedata.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A rating of safety, such as {@code 5 Star} of {@code NHTSA Crash Data}, under a condition where there is one (CVD).
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SafetyRating(
        String source, String value, String description, String note, String condition, List<Integer> styleIds) {}
