package io.vinbridge.vehicles.offers;

import java.util.Collection;
import java.util.Map;

/** Currencies of dealers, in which amounts are that name none; whoever keeps dealers knows them. */
@FunctionalInterface
public interface DealerCurrencies {

    /**
     * Three letters of ISO 4217 by the code of a dealer; one who is not known, or has no currency, is not there.
     *
     * @param dealers their codes
     */
    Map<String, String> of(Collection<String> dealers);
}
