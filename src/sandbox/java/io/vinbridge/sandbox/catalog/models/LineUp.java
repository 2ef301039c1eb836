package io.vinbridge.sandbox.catalog.models;

import java.util.ArrayList;
import java.util.List;

/**
 * The styles that a model is offered in for a model year, from plain to rich: which body, drive and trim stand at which
 * place.
 */
public record LineUp(List<Offer> offers) {

    private static final int MOST = 18;

    public static LineUp of(ModelId model) {
        ModelLine line = model.modelLine();
        List<Offer> all = new ArrayList<>();
        for (int rank = 0; rank < line.trims().size(); rank++) {
            for (Body body : line.bodies()) {
                for (Drive drive : line.drives()) {
                    all.add(new Offer(body, drive, rank));
                }
            }
        }
        return new LineUp(thinned(all, Draw.of("line-up").with(model.number())));
    }

    /** Not every trim comes with every body and drive; the first and the last offer always exist. */
    private static List<Offer> thinned(List<Offer> all, Draw draw) {
        double share = Math.min(0.85, (double) MOST / all.size());
        List<Offer> kept = new ArrayList<>();
        for (int at = 0; at < all.size() && kept.size() < MOST; at++) {
            if (at == 0 || at == all.size() - 1 || draw.with(at).chance(share)) {
                kept.add(all.get(at));
            }
        }
        return List.copyOf(kept);
    }

    /** Offer of a line-up; the rank of a trim is its place from plain to rich. */
    public record Offer(Body body, Drive drive, int rank) {}
}
