package io.vinbridge.vehicles.opinions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.vpic.decode.DecodedVin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comparison of a description with NHTSA's data, field by field. With several candidate styles, it agrees if one of
 * them does.
 *
 * @param source who the second is, {@code vPIC}
 * @param agrees the fields of which both say the same
 * @param disagrees the fields of which they say otherwise, with what each says
 * @param unknown the fields of which one of them says nothing that can be compared
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SecondOpinion(String source, List<String> agrees, List<Disagreement> disagrees, List<String> unknown) {

    /** The service's name where NHTSA's data speaks. */
    public static final String VPIC = "vPIC";

    /** Whose data it is. */
    public static final String AUTHORITY = "NHTSA";

    /** A field of which ChromeData and NHTSA's data say otherwise. */
    public record Disagreement(String field, List<String> chromeData, String vpic) {}

    /** Compares; with a style chosen, what is said of that style alone counts. */
    static SecondOpinion of(Description description, Integer styleId, DecodedVin vin) {
        List<Style> styles = description.styles().stream()
                .filter(style -> styleId == null || style.id() == styleId)
                .toList();
        List<String> agrees = new ArrayList<>();
        List<Disagreement> disagrees = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (ComparedField field : ComparedField.values()) {
            List<String> ours = field.ours(description, styles);
            Boolean agree = field.agree(ours, vin);
            if (agree == null) {
                unknown.add(field.word());
            } else if (agree) {
                agrees.add(field.word());
            } else {
                disagrees.add(new Disagreement(field.word(), ours, field.theirs(vin)));
            }
        }
        return new SecondOpinion(VPIC, agrees, disagrees, unknown);
    }

    /** The fields of which they say otherwise. */
    List<String> disputed() {
        return disagrees.stream().map(Disagreement::field).toList();
    }

    /** What each says of a field; empty where they do not say otherwise. */
    Optional<Disagreement> dispute(String field) {
        return disagrees.stream().filter(one -> one.field.equals(field)).findFirst();
    }
}
