package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.vss.CatalogEntry;
import io.vinbridge.chromedata.vss.VssQuestion;
import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Fall-back on VSS for a decode that names year, make and model, and no style: the styles of that model are the
 * candidates. Where VSS does not help, the decode stays as it is.
 */
@Component
class SelectorFallback {

    /** VSS knows nothing older. */
    private static final int FIRST_YEAR = 1997;

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

    /** The question for the styles; null where VSS does not have the make. */
    VssQuestion styles(Object makes, Answer.Given<DescribeResult> sparse) {
        CommonFacts common = sparse.data().description().common();
        return entries(makes).stream()
                .filter(entry -> entry.name().equalsIgnoreCase(common.make()))
                .findFirst()
                .<VssQuestion>map(make -> new VssQuestion.Styles(
                        common.modelYear(), make.code() == null ? make.name() : make.code(), common.model()))
                .orElse(null);
    }

    /** The decode with the styles that VSS has. */
    Answer.Given<DescribeResult> completed(Object styles, Answer.Given<DescribeResult> sparse) {
        Description before = sparse.data().description();
        CommonFacts common = before.common();
        List<Style> candidates =
                entries(styles).stream().map(entry -> style(entry, common)).toList();
        return new Answer.Given<>(
                new DescribeResult(
                        before.withStyles(candidates),
                        sparse.data().source(),
                        sparse.data().forOneVin()),
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

    /** What is no list, such as a failure, has no entries. */
    private static List<CatalogEntry> entries(Object answer) {
        return answer instanceof Answer.Given<?> given && given.data() instanceof List<?> list
                ? list.stream()
                        .filter(CatalogEntry.class::isInstance)
                        .map(CatalogEntry.class::cast)
                        .toList()
                : List.of();
    }
}
