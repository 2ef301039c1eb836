package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.EditionData;
import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.data.VinSchema;
import io.vinbridge.vpic.vin.ModelYears;
import io.vinbridge.vpic.vin.VinKey;
import io.vinbridge.vpic.vin.VinOutline;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decoder of VINs by the patterns of one edition. Of many VINs it asks for the data together. Answers depend on the
 * year it is.
 */
public final class VinDecoder {

    /** The longest VIN there is. */
    public static final int LONGEST = 17;

    private static final int NOTHING_FOUND = 8;

    static final int FIRST_YEAR = 1980;

    private final EditionData data;
    private final EditionCommons commons;
    private final Elements elements;
    private final InstantSource clock;

    public VinDecoder(EditionData data, InstantSource clock) {
        this.data = data;
        this.commons = data.commons();
        this.elements = new Elements(commons);
        this.clock = clock;
    }

    /**
     * A VIN, in upper case and without white space around it, and the model year that somebody gives, null for none.
     */
    public record Question(String vin, Integer givenYear) {}

    /** What is known of whole VINs without a look at patterns, in the order asked. */
    public List<VinOutline> outline(List<String> vins) {
        Instant now = clock.instant();
        int last = now.atZone(ZoneOffset.UTC).getYear() + 2;
        List<VinKey> keys = vins.stream().map(VinKey::of).toList();
        Map<String, ManufacturerCode> codes = data.codes(
                keys.stream().map(VinKey::code).filter(commons::knows).collect(Collectors.toSet()));
        return keys.stream()
                .map(key -> {
                    ManufacturerCode code = shown(codes.get(key.code()), now);
                    return new VinOutline(
                            key.code(),
                            code != null,
                            ModelYears.of(key, code, last).year() != null,
                            code == null ? null : commons.vehicleType(code.vehicleType()));
                })
                .toList();
    }

    /** Decodes in the order asked. */
    public List<DecodedVin> decode(List<Question> questions) {
        Instant now = clock.instant();
        int last = now.atZone(ZoneOffset.UTC).getYear() + 2;
        List<VinKey> keys =
                questions.stream().map(question -> VinKey.of(question.vin())).toList();
        Map<String, ManufacturerCode> codes = data.codes(
                keys.stream().map(VinKey::code).filter(commons::knows).collect(Collectors.toSet()));
        List<YearPlan> plans = new ArrayList<>(keys.size());
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            ManufacturerCode code = codes.get(keys.get(i).code());
            YearPlan plan = YearPlan.of(
                    ModelYears.of(keys.get(i), code, last), questions.get(i).givenYear(), last);
            plans.add(plan);
            if (code != null) {
                plan.needs(code, ids);
            }
        }
        Map<Integer, VinSchema> schemas = data.schemas(ids);
        List<DecodedVin> decoded = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            ManufacturerCode code = codes.get(keys.get(i).code());
            decoded.add(decode(keys.get(i), shown(code, now), plans.get(i), schemas));
        }
        return decoded;
    }

    private DecodedVin decode(VinKey key, ManufacturerCode code, YearPlan plan, Map<Integer, VinSchema> schemas) {
        Pass best = null;
        boolean found = false;
        for (YearPlan.Step step : plan.steps()) {
            if (step.onlyIfNothingFound() && found) {
                break;
            }
            Pass pass = new PassDecode(commons, elements, key, code, step.year())
                    .decode(schemas, step.certain(), step.contradicted());
            found = !step.onlyIfNothingFound() && !pass.codes().contains(NOTHING_FOUND);
            if (best == null || Pass.Rank.BEST_FIRST.compare(ranked(pass, plan), ranked(best, plan)) < 0) {
                best = pass;
            }
        }
        return new DecodedVin(key, code, best, plan.basis(best.year()), commons, elements);
    }

    /** A year that equals the given one counts more than any other. */
    private static Pass.Rank ranked(Pass pass, YearPlan plan) {
        Pass.Rank rank = pass.rank();
        boolean given = rank.year() != null && rank.year().equals(plan.given());
        return given ? new Pass.Rank(rank.errors(), rank.elements(), rank.patterns(), rank.year() + 10_000) : rank;
    }

    private static ManufacturerCode shown(ManufacturerCode code, Instant now) {
        return code != null && code.publicFrom() <= now.toEpochMilli() ? code : null;
    }
}
