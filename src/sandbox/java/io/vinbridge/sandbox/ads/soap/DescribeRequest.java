package io.vinbridge.sandbox.ads.soap;

import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.ledger.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A VehicleDescriptionRequest in the terms of its schema (ChromeData on the wire, 1.3). */
public record DescribeRequest(
        AdsVersion version, Country country, String language, Element element, Set<Switch> switches) {

    public static DescribeRequest of(AdsVersion version, Country country, Element element) {
        Set<Switch> switches = EnumSet.noneOf(Switch.class);
        element.texts("switch").forEach(name -> switches.add(Switch.valueOf(name)));
        String language = element.child("accountInfo").attribute("language").toLowerCase(Locale.ROOT);
        return new DescribeRequest(version, country, language, element, switches);
    }

    /** Subject of the call. */
    public static Subject subject(Element element) {
        return element.text("vin")
                .map(vin -> Subject.vin(normalized(vin)))
                .or(() -> element.text("styleId").map(Subject::style))
                .orElse(Subject.NONE);
    }

    public boolean has(Switch wanted) {
        return switches.contains(wanted);
    }

    public Optional<String> vin() {
        return text("vin").map(DescribeRequest::normalized);
    }

    /** An optional element's text; empty where the element is missing or holds nothing. */
    public Optional<String> text(String name) {
        return element.text(name).filter(text -> !text.isEmpty());
    }

    public List<String> texts(String name) {
        return element.texts(name);
    }

    public Optional<Integer> number(String name) {
        return text(name).map(Integer::valueOf);
    }

    public List<Integer> titleIds() {
        return texts("includeTechnicalSpecificationTitleId").stream()
                .map(Integer::valueOf)
                .toList();
    }

    /** Asked for by VIN or style id alone, so that every other request with the same switches gets the same. */
    public boolean plain() {
        return element.children().stream().allMatch(child -> Set.of("accountInfo", "vin", "styleId", "switch")
                .contains(child.name()));
    }

    private static String normalized(String vin) {
        return vin.trim().toUpperCase(Locale.ROOT);
    }
}
