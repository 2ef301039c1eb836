package io.vinbridge.sandbox.desk;

import io.vinbridge.sandbox.catalog.Country;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one account that exists, the same for both services, and what is said to whoever is refused. */
public record Account(String number, String secret, Set<Country> countries, Map<Refusal, String> texts) {

    public boolean opens(String givenNumber, String givenSecret) {
        return number.equals(givenNumber) && secret.equals(givenSecret);
    }

    /** The country of a code, if the account may ask for it. */
    public Optional<Country> licensed(String code) {
        return Country.of(code).filter(countries::contains);
    }

    public String text(Refusal refusal) {
        return texts.getOrDefault(refusal, refusal.usualText());
    }
}
