package io.vinbridge.vehicles.cards;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.equipment.Specification;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.vehicles.cards.DescriptionIndex.Sentence;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The part of a description that holds for one style, or for each of several candidates. */
final class NarrowedDescription {

    private final DescriptionIndex index;
    private final List<Style> styles;
    private final List<Integer> styleIds;
    private final List<Engine> engines;

    /** {@code styleId} is null where none of the candidates is chosen. */
    NarrowedDescription(DescriptionIndex index, Integer styleId) {
        this.index = index;
        this.styles = index.description().styles().stream()
                .filter(style -> styleId == null || style.id() == styleId)
                .toList();
        this.styleIds = styles.stream().map(Style::id).toList();
        this.engines = engines(index.description().engines());
    }

    /** Engines have no styles: of several, one that is said to be installed is it, else all of them are candidates. */
    private static List<Engine> engines(List<Engine> all) {
        List<Engine> installed =
                all.stream().filter(engine -> confirmed(engine.installed())).toList();
        return installed.size() == 1 ? installed : all;
    }

    Description whole() {
        return index.description();
    }

    DescriptionIndex index() {
        return index;
    }

    List<Style> styles() {
        return styles;
    }

    List<Engine> engines() {
        return engines;
    }

    /** What all styles have; null where they differ, or one of them does not have it. */
    <T> T shared(Function<Style, T> member) {
        return agreed(styles, member);
    }

    /** What all engines have that it may be. */
    <T> T ofEngine(Function<Engine, T> member) {
        return agreed(engines, member);
    }

    /** True if it is known which engine it is. */
    boolean oneEngine() {
        return engines.size() == 1;
    }

    private static <O, T> T agreed(List<O> all, Function<O, T> member) {
        List<T> distinct = all.stream().map(member).distinct().limit(2).toList();
        return distinct.size() == 1 ? distinct.get(0) : null;
    }

    /** True if what has these styles holds for each style considered; what names no style holds for all. */
    boolean holds(List<Integer> stated) {
        return listed(stated).isEmpty() || stated.containsAll(styleIds);
    }

    /** Of sentences, the texts of those that hold for one style. */
    static List<String> texts(List<Sentence> sentences, Style style) {
        return sentences.stream()
                .filter(sentence -> of(style, sentence.styleIds()))
                .map(Sentence::text)
                .toList();
    }

    /**
     * The value of a specification for a style, by any of its titles; one that holds under a condition only is none.
     */
    String specification(Style style, Set<String> titles) {
        return index.specifications(titles).stream()
                .flatMap(one -> listed(one.values()).stream())
                .filter(value -> value.value() != null && !value.value().isBlank())
                .filter(value -> value.condition() == null || value.condition().isBlank())
                .filter(value -> of(style, value.styleIds()))
                .map(Specification.Value::value)
                .findFirst()
                .orElse(null);
    }

    /** The unit of a specification by any of its titles; null where there is no such specification, or no unit. */
    String unit(Set<String> titles) {
        return index.specifications(titles).stream()
                .map(one -> one.definition().unit())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static boolean of(Style style, List<Integer> styleIds) {
        return listed(styleIds).isEmpty() || styleIds.contains(style.id());
    }

    /** True if something is installed for another reason than that the caller said so. */
    static boolean confirmed(InstallationCause installed) {
        return installed != null
                && (installed.cause() == null || !installed.cause().endsWith("Input"));
    }

    /** True if the factory's record of this very vehicle says so. */
    static boolean built(InstallationCause installed) {
        return installed != null && installed.built();
    }

    /** True if something has one of these names; the vendor leaves names empty too, which are null once stored. */
    static boolean among(Set<String> names, IdentifiedName named) {
        return named != null && named.name() != null && names.contains(named.name());
    }

    static <T> List<T> listed(List<T> list) {
        return list == null ? List.of() : list;
    }
}
