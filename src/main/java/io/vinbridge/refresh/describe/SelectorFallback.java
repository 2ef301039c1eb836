package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.vss.CatalogEntry;
import io.vinbridge.chromedata.vss.VssQuestion;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.work.Claim;
import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Fall-back on VSS for a decode that names year, make and model, and no style: the styles of that model are the
 * candidates. Where VSS does not have it, the decode stays as it is.
 */
@Component
class SelectorFallback {

    /** VSS knows nothing older. */
    private static final int FIRST_YEAR = 1997;

    private final LastStyles last;

    SelectorFallback(LastStyles last) {
        this.last = last;
    }

    /** Whether an answer is one that VSS may complete. */
    static boolean needed(Exchange exchange) {
        if (!(exchange.getMessage().getBody() instanceof Answer.Given<?> given)
                || !(given.data() instanceof DescribeResult described)) {
            return false;
        }
        CommonFacts common = described.description().common();
        return described.description().styles().isEmpty()
                && common.make() != null
                && common.model() != null
                && common.modelYear() != null
                && common.modelYear() >= FIRST_YEAR;
    }

    VssQuestion makes(Answer.Given<DescribeResult> sparse) {
        return new VssQuestion.Makes(sparse.data().description().common().modelYear());
    }

    /** The question for the styles; null where VSS does not have the make, and the failure where it did not say. */
    Object styles(Object makes, Answer.Given<DescribeResult> sparse) {
        if (makes instanceof Exception failure) {
            return failure;
        }
        CommonFacts common = sparse.data().description().common();
        return entries(makes).stream()
                .filter(entry -> entry.name().equalsIgnoreCase(common.make()))
                .findFirst()
                .map(make -> new VssQuestion.Styles(
                        common.modelYear(), make.code() == null ? make.name() : make.code(), common.model()))
                .orElse(null);
    }

    /**
     * The decode with the styles that VSS has, or, where VSS does not answer, with those that it had before.
     *
     * @throws Exception what VSS failed with, where there are none: stored without styles, it would be fresh for as
     *     long as a whole one. An account that VSS refuses describes all the same
     */
    Answer.Given<DescribeResult> completed(Object styles, Answer.Given<DescribeResult> sparse, Claim claim)
            throws Exception {
        CommonFacts common = sparse.data().description().common();
        if (!(styles instanceof Exception failure)) {
            return with(
                    entries(styles).stream().map(entry -> style(entry, common)).toList(), sparse);
        }
        List<Style> before = last.of(new Vin(claim.argument()), common);
        if (before.isEmpty() && !refused(failure)) {
            throw failure;
        }
        return with(before, sparse);
    }

    private static boolean refused(Exception failure) {
        return failure instanceof Failure named && named.reason() == Reason.UPSTREAM_REFUSED;
    }

    private static Answer.Given<DescribeResult> with(List<Style> styles, Answer.Given<DescribeResult> sparse) {
        DescribeResult described = sparse.data();
        return new Answer.Given<>(
                new DescribeResult(
                        described.description().withStyles(styles), described.source(), described.forOneVin()),
                sparse.warnings(),
                sparse.received());
    }

    private static Style style(CatalogEntry entry, CommonFacts common) {
        return new Style(
                entry.id(),
                common.modelYear(),
                new IdentifiedName(null, common.make()),
                null,
                new IdentifiedName(null, common.model()),
                entry.name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    /** What is no list, such as that there is none, has no entries. */
    private static List<CatalogEntry> entries(Object answer) {
        return answer instanceof Answer.Given<?> given && given.data() instanceof List<?> list
                ? list.stream()
                        .filter(CatalogEntry.class::isInstance)
                        .map(CatalogEntry.class::cast)
                        .toList()
                : List.of();
    }
}
