package io.vinbridge.vehicles.cards;

import static io.vinbridge.vehicles.cards.NarrowedDescription.among;
import static io.vinbridge.vehicles.cards.NarrowedDescription.confirmed;
import static io.vinbridge.vehicles.cards.NarrowedDescription.listed;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.equipment.Category;
import io.vinbridge.chromedata.description.equipment.Equipment;
import io.vinbridge.chromedata.description.equipment.GenericEquipment;
import io.vinbridge.chromedata.description.equipment.Specification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Index of a description: what cards look for in its texts, found once for the cards of all its styles. For one thread.
 */
final class DescriptionIndex {

    private final Description description;
    private final List<Sentence> ofTransmissions = new ArrayList<>();
    private final List<Sentence> ofEngines = new ArrayList<>();

    /** Only of categories that may stand out: a description has hundreds of others, for which nobody asks. */
    private final Map<Integer, List<List<Integer>>> standard = new HashMap<>();

    private final List<GenericEquipment> highlights;
    private final List<OfferedPaint> paints;
    private final Map<Set<String>, List<Specification>> specifications = new HashMap<>();
    private final Map<String, Card.Transmission> transmissions = new HashMap<>();

    DescriptionIndex(Description description) {
        this.description = description;
        this.highlights = listed(description.genericEquipment()).stream()
                .filter(HighlightFacts::ranked)
                .toList();
        this.paints = description.exteriorColors().stream()
                .map(color -> new OfferedPaint(PaintFacts.paint(color, null), listed(color.styleIds())))
                .toList();
        highlights.forEach(one -> standard.put(one.definition().category().id(), new ArrayList<>()));
        description.equipment().forEach(this::add);
    }

    /**
     * A text of the standard equipment, with the styles that it holds for, none for all, and whether it is known to be
     * of what is installed.
     */
    record Sentence(String text, List<Integer> styleIds, boolean installed) {}

    /** A colour, with the styles that come in it; none for all. */
    record OfferedPaint(Card.Paint paint, List<Integer> styleIds) {}

    private void add(Equipment equipment) {
        if (equipment.description() != null) {
            Sentence sentence = new Sentence(
                    equipment.description().strip(), listed(equipment.styleIds()), confirmed(equipment.installed()));
            if (TransmissionFacts.named(sentence.text)) {
                ofTransmissions.add(sentence);
            }
            if (EngineFacts.labelled(sentence.text)) {
                ofEngines.add(sentence);
            }
        }
        for (Category category : listed(equipment.categories())) {
            List<List<Integer>> pieces = standard.get(category.id());
            if (pieces != null && !Boolean.TRUE.equals(category.removed())) {
                pieces.add(listed(equipment.styleIds()));
            }
        }
    }

    Description description() {
        return description;
    }

    /** The sentences in which a transmission is named. */
    List<Sentence> ofTransmissions() {
        return ofTransmissions;
    }

    /** The sentences that begin with the engine. */
    List<Sentence> ofEngines() {
        return ofEngines;
    }

    /** What a text says of a transmission. */
    Card.Transmission transmission(String text) {
        return transmissions.computeIfAbsent(text, TransmissionFacts::read);
    }

    /** The generic equipment that may stand out. */
    List<GenericEquipment> highlights() {
        return highlights;
    }

    /** Of each piece of standard equipment of a highlight's category, the styles that have it; none for all. */
    List<List<Integer>> standard(Integer category) {
        return standard.getOrDefault(category, List.of());
    }

    /** The exterior colours. */
    List<OfferedPaint> paints() {
        return paints;
    }

    /** The specifications by any of their titles. */
    List<Specification> specifications(Set<String> titles) {
        return specifications.computeIfAbsent(titles, any -> description.specifications().stream()
                .filter(one ->
                        one.definition() != null && among(any, one.definition().title()))
                .toList());
    }
}
