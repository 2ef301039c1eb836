package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.Draw;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The data builds of each country (ChromeData on the wire, 1.2): a new one changes a share of the styles, always the
 * same ones for the same number and share, and leaves the others as they are.
 */
public final class DataBuilds {
    private static final int FIRST_NUMBER = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final ZoneOffset PACIFIC = ZoneOffset.ofHours(-8);

    private final Map<Country, List<DataBuild>> builds = new EnumMap<>(Country.class);
    private int published;

    public DataBuilds() {
        forgetNewOnes();
    }

    /** Publishes a new build in which a share of the country's styles (0.0 to 1.0) is changed. */
    public synchronized DataBuild publish(Country country, double share) {
        List<DataBuild> known = new ArrayList<>(builds.get(country));
        DataBuild last = known.get(known.size() - 1);
        DataBuild next = new DataBuild(last.number() + 1, last.date().plusDays(1), share);
        known.add(next);
        builds.put(country, List.copyOf(known));
        published++;
        return next;
    }

    /** Goes back to the first build of every country. */
    public synchronized void forgetNewOnes() {
        for (Country country : Country.values()) {
            OffsetDateTime date = OffsetDateTime.of(FIRST_DAY, country.publishedAt(), PACIFIC);
            builds.put(country, List.of(new DataBuild(FIRST_NUMBER, date, 0)));
        }
        published++;
    }

    public synchronized DataBuild current(Country country) {
        List<DataBuild> known = builds.get(country);
        return known.get(known.size() - 1);
    }

    /**
     * Moves whenever anything may have changed, so that whatever was worked out before can be told from what is worked
     * out now.
     */
    public synchronized int generation() {
        return published;
    }

    /** The number of the build that last changed the style, 0 if none did. */
    int revision(StyleId id) {
        List<DataBuild> known = known(id.country());
        for (int at = known.size() - 1; at > 0; at--) {
            DataBuild build = known.get(at);
            if (Draw.of("changed").with(build.number()).with(id.number()).chance(build.share())) {
                return build.number();
            }
        }
        return 0;
    }

    private synchronized List<DataBuild> known(Country country) {
        return builds.get(country);
    }

    /** One build: its number, when it was published and the share of the styles that it changed. */
    public record DataBuild(int number, OffsetDateTime date, double share) {}
}
