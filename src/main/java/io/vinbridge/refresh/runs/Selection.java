package io.vinbridge.refresh.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.Vin;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Selection of a run's vehicles: exactly one of these, but {@code make}, {@code model} and {@code year}, which narrow
 * each other. The vehicles of a list stand in the run's items alone.
 *
 * @param staleSince vehicles that were last looked at before this
 * @param exceptBuild vehicles that were not described from this data build
 * @param describedBy vehicles that this service has described
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Selection(
        List<String> vins,
        List<Integer> styles,
        String make,
        String model,
        Integer year,
        Instant staleSince,
        boolean all,
        String exceptBuild,
        boolean listed,
        String describedBy) {

    /** A list of vehicles or styles. */
    public static final Selection LISTED = new Selection(null, null, null, null, null, null, false, null, true, null);

    /** Vehicles that are not described from a data build yet. */
    public static Selection exceptBuild(String build) {
        return new Selection(null, null, null, null, null, null, false, build, false, null);
    }

    /** Vehicles that a service has described. */
    public static Selection describedBy(DescribingService service) {
        return new Selection(null, null, null, null, null, null, false, null, false, service.word());
    }

    /**
     * The selection, if it can be one.
     *
     * @throws Failure if it names nothing, or several things that don't go together
     */
    public Selection checked() {
        boolean narrowed = make != null || model != null || year != null;
        long named = Stream.of(
                        vins != null,
                        styles != null,
                        narrowed,
                        staleSince != null,
                        all,
                        exceptBuild != null,
                        listed,
                        describedBy != null)
                .filter(one -> one)
                .count();
        if (named != 1) {
            throw new Failure(
                    Reason.INVALID_REQUEST,
                    "Select by exactly one of vins, styles, staleSince, all, or by make, model and year");
        }
        if ((vins != null && vins.isEmpty()) || (styles != null && styles.isEmpty())) {
            throw new Failure(Reason.INVALID_REQUEST, "The selection is empty");
        }
        if (staleSince != null && staleSince.isAfter(Instant.now())) {
            throw new Failure(Reason.INVALID_REQUEST, "staleSince is in the future");
        }
        if (staleSince != null && staleSince.isBefore(Instant.EPOCH)) {
            throw new Failure(Reason.INVALID_REQUEST, "staleSince is before 1970");
        }
        if (Stream.of(make, model).anyMatch(name -> name != null && name.indexOf(0) >= 0)) {
            throw new Failure(Reason.INVALID_REQUEST, "make or model holds a zero character");
        }
        return this;
    }

    /** True if the vehicles are named one by one, rather than found in the store. */
    boolean named() {
        return vins != null || styles != null || listed;
    }

    /**
     * What is named, as the items of a run have it: VINs, or styles as {@code style:123}.
     *
     * @throws Failure if one is no VIN
     */
    List<String> subjects() {
        return styles == null
                ? vins.stream().map(vin -> vin(vin).value()).toList()
                : styles.stream().map(style -> WorkRequests.STYLE + style).toList();
    }

    private static Vin vin(String text) {
        try {
            return Vin.of(text);
        } catch (Failure e) {
            throw new Failure(Reason.INVALID_VIN, "vins holds " + text + ": " + e.getMessage());
        }
    }
}
