package io.vinbridge.chromedata.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A recall that concerns the vehicle (CVD; ADS tells recalls as consumer information). Dates are the vendor's text;
 * {@code type} is its letter: V vehicle, T tire, E equipment.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Recall(
        String id,
        String campaign,
        String manufacturerCampaign,
        String component,
        String type,
        String reportedOn,
        String summary,
        String consequence,
        String correction,
        List<Integer> styleIds) {}
