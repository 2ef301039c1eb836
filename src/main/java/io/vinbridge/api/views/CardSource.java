package io.vinbridge.api.views;

import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.opinions.SecondOpinion;
import io.vinbridge.vehicles.registry.VpicView;
import java.time.Instant;

/**
 * Source of the facts of a card.
 *
 * @param at when it was asked; null where nobody was
 * @param stale whether that is longer ago than it may be
 */
record CardSource(Instant at, boolean stale, String service, String dataSource, String build) {

    /** Source of a vehicle's card: NHTSA's data where that stands in, else ChromeData. */
    static CardSource of(boolean stoodInFor, VpicView vpic, LastFetch look) {
        return stoodInFor ? standIn(vpic, look) : of(look);
    }

    /** ChromeData's answer; {@code look} is null until it was asked. */
    static CardSource of(LastFetch look) {
        return look == null
                ? new CardSource(null, true, null, null, null)
                : new CardSource(look.at(), look.stale(), look.service(), look.dataSource(), look.build());
    }

    /** NHTSA's data where it stands in. It is kept up with, so only ChromeData's own answer can make it stale. */
    private static CardSource standIn(VpicView view, LastFetch look) {
        return new CardSource(
                view.at(), look != null && look.stale(), SecondOpinion.VPIC, SecondOpinion.AUTHORITY, view.edition());
    }
}
