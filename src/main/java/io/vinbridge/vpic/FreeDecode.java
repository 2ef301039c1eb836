package io.vinbridge.vpic;

import io.vinbridge.vpic.decode.DecodedVin;
import io.vinbridge.vpic.decode.ProbableVin;
import io.vinbridge.vpic.decode.ProbableVins;
import io.vinbridge.vpic.decode.VinDecoder;
import io.vinbridge.vpic.edition.Editions;
import io.vinbridge.vpic.vin.CheckDigit;
import io.vinbridge.vpic.vin.VinOutline;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Free decode: answers VINs, whole or partial, from the edition of NHTSA's data in use, and asks nobody else. */
@Component
public class FreeDecode {

    private static final int WHOLE = 17;

    private final Editions editions;

    FreeDecode(Editions editions) {
        this.editions = editions;
    }

    /**
     * Answers in the order asked.
     *
     * @param vins in capital letters, whole or with an asterisk for each character that is not known
     * @param modelYear what somebody knows of the year, null for nothing
     * @throws io.vinbridge.failures.Failure if there is no edition yet
     */
    public List<AnsweredVin> answer(List<String> vins, Integer modelYear) {
        Editions.Loaded edition = editions.inUse();
        return decode(edition, vins, modelYear).stream()
                .map(decoded -> new AnsweredVin(
                        decoded, reason(decoded), ProbableVins.of(decoded, edition.decoder(), edition.commons())))
                .toList();
    }

    /** What is known of a whole VIN without a look at patterns; empty where there is no edition. */
    public Optional<VinOutline> outline(String vin) {
        return editions.find()
                .map(edition -> edition.decoder().outline(List.of(vin)).get(0));
    }

    /** VINs that were perhaps meant by one that has no right check digit; none where there is no edition. */
    public List<ProbableVin> probable(String vin) {
        return editions.find()
                .map(edition -> ProbableVins.of(
                        decode(edition, List.of(vin), null).get(0), edition.decoder(), edition.commons()))
                .orElse(List.of());
    }

    private static List<DecodedVin> decode(Editions.Loaded edition, List<String> vins, Integer modelYear) {
        return edition.decoder()
                .decode(vins.stream()
                        .map(vin -> new VinDecoder.Question(vin, modelYear))
                        .toList());
    }

    private static String reason(DecodedVin decoded) {
        int length = decoded.vin().length();
        if (decoded.vin().indexOf('*') >= 0) {
            return "It is a part of a VIN: an asterisk stands for what is not known";
        }
        if (length < WHOLE) {
            return "It has " + length + " characters; a VIN of model year 1981 or later has 17"
                    + (old(decoded) ? ", and of an earlier one NHTSA's data knows nothing" : "");
        }
        if (decoded.errorCodes().contains(400)) {
            return "It holds a character that no VIN has in that place";
        }
        char fits = decoded.checkDigit();
        return decoded.errorCodes().contains(1)
                ? "Its check digit, position " + CheckDigit.POSITION + ", is "
                        + decoded.vin().charAt(8) + " and would be " + fits
                : null;
    }

    /** Whether it looks like the number of a vehicle from before 1981, when every maker had a way of its own. */
    public static boolean old(DecodedVin decoded) {
        String vin = decoded.vin();
        return vin.length() >= 5
                && vin.length() <= 13
                && vin.indexOf('*') < 0
                && vin.matches(".*\\d{4}")
                && decoded.code() == null;
    }
}
