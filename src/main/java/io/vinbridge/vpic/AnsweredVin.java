package io.vinbridge.vpic;

import io.vinbridge.vpic.decode.DecodedVin;
import io.vinbridge.vpic.decode.ProbableVin;
import java.util.List;

/**
 * Answer to a VIN or a part of one.
 *
 * @param reason why it is no valid VIN; null where it is one
 * @param probable which VINs were perhaps meant, the likeliest first
 */
public record AnsweredVin(DecodedVin decoded, String reason, List<ProbableVin> probable) {

    public boolean valid() {
        return reason == null;
    }
}
