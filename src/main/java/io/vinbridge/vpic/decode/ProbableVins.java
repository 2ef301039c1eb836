package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.vin.CheckDigit;
import io.vinbridge.vpic.vin.TypingError;
import io.vinbridge.vpic.vin.VinEdit;
import io.vinbridge.vpic.vin.VinKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Search for the VIN that was meant by one that cannot be: one character changed or two swapped, with a right check
 * digit, of a known manufacturer, and explained as well as can be.
 */
public final class ProbableVins {

    private static final int MOST = 5;
    private static final int SERIAL = 12;

    /** Each thirty of NHTSA's error weight make a candidate ten times less likely. */
    private static final double DECADE = 30;

    /** The weight of what is not looked into, such as another digit of the serial number: nothing is ever certain. */
    private static final double NOT_TRIED = 6;

    private ProbableVins() {}

    /** The likeliest first; none where the VIN is no whole one, or nothing is wrong with it. */
    public static List<ProbableVin> of(DecodedVin written, VinDecoder decoder, EditionCommons commons) {
        boolean wrong = written.errorCodes().contains(1) || written.errorCodes().contains(400);
        if (!wrong
                || written.vin().length() != VinDecoder.LONGEST
                || written.vin().indexOf('*') >= 0) {
            return List.of();
        }
        List<VinEdit> edits = VinEdit.fitting(written.vin());
        edits.removeIf(edit -> !commons.knows(VinKey.code(edit.vin())));
        List<ProbableVin> usual = likeliest(written, edits, false, decoder);
        return usual.stream().anyMatch(one -> one.errors() >= -DECADE)
                ? usual
                : likeliest(written, edits, true, decoder);
    }

    /** The first where no other decodes as well; null where several do, or none. */
    public static ProbableVin only(List<ProbableVin> probable) {
        int best = probable.stream().mapToInt(ProbableVin::errors).max().orElse(0);
        List<ProbableVin> equals =
                probable.stream().filter(one -> one.errors() == best).toList();
        return equals.size() == 1 ? equals.get(0) : null;
    }

    /** Errors that nearly nobody makes are looked into only where the others explain nothing. */
    private static List<ProbableVin> likeliest(
            DecodedVin written, List<VinEdit> edits, boolean all, VinDecoder decoder) {
        Map<VinEdit, DecodedVin> decoded = decode(
                written,
                edits.stream()
                        .filter(edit -> all || edit.error() != TypingError.OTHER)
                        .toList(),
                decoder);
        List<ProbableVin> likeliest = new ArrayList<>();
        double sum = NOT_TRIED;
        for (Map.Entry<VinEdit, DecodedVin> one : decoded.entrySet()) {
            boolean same = one.getValue() == written;
            if (one.getValue().code() != null && (same || fits(one.getValue()))) {
                int errors = one.getValue().errorsBut(same);
                double weight = one.getKey().error().weight() * Math.pow(10, errors / DECADE);
                sum += weight;
                likeliest.add(new ProbableVin(
                        one.getKey().vin(),
                        one.getKey().position(),
                        one.getKey().error(),
                        weight,
                        errors,
                        one.getValue()));
            }
        }
        likeliest.sort(Comparator.comparingDouble((ProbableVin one) -> -one.likelihood()));
        double whole = sum;
        return likeliest.stream().limit(MOST).map(one -> one.of(whole)).toList();
    }

    private static boolean fits(DecodedVin decoded) {
        return !decoded.errorCodes().contains(1) && !decoded.errorCodes().contains(400);
    }

    /**
     * A change of the serial number or the check digit changes nothing of the decode, unless keys describe the serial
     * number.
     */
    private static Map<VinEdit, DecodedVin> decode(DecodedVin written, List<VinEdit> edits, VinDecoder decoder) {
        boolean described = written.codeText().length() != 3 || written.describesFrom(SERIAL);
        Map<VinEdit, DecodedVin> decoded = new LinkedHashMap<>();
        List<VinEdit> others = new ArrayList<>();
        for (VinEdit edit : edits) {
            boolean serial = edit.position() >= SERIAL
                    || (edit.position() == CheckDigit.POSITION && edit.error() != TypingError.SWAP);
            if (serial && !described) {
                if (written.fitsAs(edit.vin())) {
                    decoded.put(edit, written);
                }
            } else {
                others.add(edit);
            }
        }
        Map<String, VinEdit> byVin = new HashMap<>();
        others.forEach(edit -> byVin.put(edit.vin(), edit));
        for (DecodedVin one : decoder.decode(others.stream()
                .map(edit -> new VinDecoder.Question(edit.vin(), null))
                .toList())) {
            decoded.put(byVin.get(one.vin()), one);
        }
        return decoded;
    }
}
