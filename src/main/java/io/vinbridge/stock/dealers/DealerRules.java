package io.vinbridge.stock.dealers;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules of what may be said of a dealer: what a feed would be refused for is refused here, where somebody can mend it.
 */
final class DealerRules {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> HOLES = Set.of("vin", "stock", "dealer");
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");
    private static final int LONGEST = 500;
    private static final int MOST = 50;

    private DealerRules() {}

    /**
     * Judges a dealer.
     *
     * @throws Failure if something of it cannot be; it names the member
     */
    static void check(Dealer dealer) {
        require(
                dealer.code() != null && CODE.matcher(dealer.code()).matches(),
                "code",
                "letters, digits, . _ and -, at most 64");
        require(dealer.name() != null && !dealer.name().isBlank(), "name", "the dealer's name, which must be there");
        require(brief(dealer.name()), "name", "a text of at most " + LONGEST + " characters");
        require(brief(dealer.phone()), "phone", "a text of at most " + LONGEST + " characters");
        require(currency(dealer.currency()), "currency", "three letters of ISO 4217, such as USD");
        require(zone(dealer.timeZone()), "timeZone", "a time zone such as America/New_York");
        require(count(dealer.placeIds()), "placeIds", "at most " + MOST + " ids");
        require(count(dealer.defaults()), "defaults", "at most " + MOST + " fields");
        if (dealer.linkTemplate() != null) {
            checkLink(dealer.linkTemplate());
        }
        if (dealer.address() != null) {
            check(dealer.address());
        }
    }

    private static void check(DealerAddress address) {
        require(
                address.country() == null || COUNTRIES.contains(address.country()),
                "address.country",
                "two letters of ISO 3166-1, such as US");
        require(within(address.latitude(), 90), "address.latitude", "degrees from -90 to 90");
        require(within(address.longitude(), 180), "address.longitude", "degrees from -180 to 180");
        for (String line : Arrays.asList(address.street(), address.city(), address.region(), address.postalCode())) {
            require(brief(line), "address", "lines of at most " + LONGEST + " characters");
        }
    }

    /** Without {vin} or {stock} all cars would be linked to one page. */
    private static void checkLink(String template) {
        String wanted = "an absolute http or https address with {vin} or {stock} in it";
        require(
                HOLE.matcher(template).results().allMatch(hole -> HOLES.contains(hole.group(1))),
                "linkTemplate",
                wanted);
        require(template.contains("{vin}") || template.contains("{stock}"), "linkTemplate", wanted);
        try {
            URI one = new URI(HOLE.matcher(template).replaceAll("x"));
            require(
                    one.getHost() != null && one.getScheme().matches("https?") && brief(template),
                    "linkTemplate",
                    wanted);
        } catch (URISyntaxException e) {
            require(false, "linkTemplate", wanted);
        }
    }

    private static boolean currency(String code) {
        try {
            return code == null || Currency.getInstance(code) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean zone(String name) {
        try {
            return name == null || ZoneId.of(name) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean within(BigDecimal degrees, int most) {
        return degrees == null || degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static boolean count(Map<?, ?> map) {
        return map == null || map.size() <= MOST;
    }

    private static boolean brief(String text) {
        return text == null || text.length() <= LONGEST;
    }

    private static void require(boolean holds, String member, String wanted) {
        if (!holds) {
            throw new Failure(Reason.INVALID_REQUEST, "The dealer's " + member + " must be " + wanted);
        }
    }
}
