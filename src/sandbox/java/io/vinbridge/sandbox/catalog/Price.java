package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.Draw;
import io.vinbridge.sandbox.catalog.models.LineUp;
import io.vinbridge.sandbox.catalog.models.ModelLine;

/** Price of a style, in whole dollars of its country. */
public record Price(int invoice, int msrp, int destination) {

    private static final int TODAY = 2024;
    private static final double INFLATION = 0.965;

    static Price of(StyleId id, ModelLine line, LineUp.Offer offer, int revision) {
        int year = id.model().year();
        double then = Math.pow(INFLATION, TODAY - year);
        double plain = line.price() * (1 + 0.11 * offer.rank())
                + offer.drive().price()
                + 1400.0 * line.bodies().indexOf(offer.body());
        double raise = revision == 0
                ? 1
                : 1.01
                        + 0.02
                                * Draw.of("raise")
                                        .with(id.number())
                                        .with(revision)
                                        .unit();
        int msrp = rounded(plain * then * id.country().priceLevel() * raise);
        return new Price(
                rounded(msrp
                        * (0.91 + 0.04 * Draw.of("invoice").with(line.place()).unit())),
                msrp,
                rounded((offer.body().truck() ? 1795 : 1095)
                        * then
                        * id.country().priceLevel()));
    }

    private static int rounded(double dollars) {
        return (int) (Math.round(dollars / 5) * 5);
    }
}
