package io.vinbridge.vehicles;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vpic.decode.ProbableVin;
import java.util.List;

/** A VIN that ChromeData does not carry, or is not asked for. */
public final class UncarriedVin extends Failure {

    private final transient List<ProbableVin> probable;

    public UncarriedVin(String message, List<ProbableVin> probable) {
        super(Reason.NOT_CARRIED, message);
        this.probable = probable;
    }

    /** VINs that were perhaps meant, the likeliest first; none where it has a right check digit. */
    public List<ProbableVin> probable() {
        return probable == null ? List.of() : probable;
    }
}
