package io.vinbridge.vpic;

import io.vinbridge.vpic.decode.DecodedVin;
import io.vinbridge.vpic.decode.ProbableVin;
import java.util.List;

/**
 * Answer to what somebody wrote as a VIN.
 *
 * @param asked as it was written
 * @param vin as it was read; null where it was not
 * @param forgiven what of its writing was forgiven
 * @param reason why it is no valid VIN; null where it is one
 * @param decoded what it is; null where it is nothing that could be decoded
 * @param probable which VINs were perhaps meant, the likeliest first
 */
public record AnsweredVin(
        String asked,
        String vin,
        List<String> forgiven,
        String reason,
        DecodedVin decoded,
        List<ProbableVin> probable) {

    public boolean valid() {
        return reason == null;
    }
}
