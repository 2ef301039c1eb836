package io.vinbridge.chromedata.calls.wire;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.ads.AdsReply;
import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Warning;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Locale of an answer, held against the account's: prices of another country are in another currency, so it is told
 * where the service does not say so itself.
 */
public final class AnswerLocale {

    private static final String OTHER_LOCALE = "UsingAlternateLocale";

    private final Account account;

    public AnswerLocale(Account account) {
        this.account = account;
    }

    /** What the service said beside its answer, and that it is of another locale, where it is. */
    public List<Warning> warnings(AdsReply.Data data) {
        if (!(data.payload() instanceof DescribeResult described)
                || data.warnings().stream().anyMatch(warning -> OTHER_LOCALE.equals(warning.code()))) {
            return data.warnings();
        }
        return Stream.concat(data.warnings().stream(), warnings(described).stream())
                .toList();
    }

    /** That an answer is of another locale, where it is. */
    public List<Warning> warnings(DescribeResult described) {
        CommonFacts common = described.description().common();
        String country = Objects.requireNonNullElse(common.country(), account.country());
        String language = Objects.requireNonNullElse(common.language(), account.language());
        if (country.equalsIgnoreCase(account.country()) && language.equalsIgnoreCase(account.language())) {
            return List.of();
        }
        Warning other = new Warning(
                OTHER_LOCALE,
                "The data is of " + country + "/" + language + ", not of " + account.country() + "/"
                        + account.language());
        return List.of(other);
    }
}
