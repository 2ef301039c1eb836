package io.vinbridge.chromedata.cvd;

import java.util.ArrayList;
import java.util.List;

/**
 * The styles that have a thing alike: an entry of its member {@code styles}.
 *
 * @param cause the letter of the cause of installation; null where none is told
 */
record StyleGroup(List<Integer> ids, String cause, Boolean standard) {

    /** The groups of a feature, a specification or an option; one of no style where it names none. */
    static List<StyleGroup> of(JsonMembers thing) {
        List<StyleGroup> groups = new ArrayList<>(2);
        String cause = thing.text("installCause");
        Boolean standard = thing.flag("isStandard");
        List<Integer> plain = new ArrayList<>();
        thing.eachOrNumber(
                "styles",
                group -> groups.add(new StyleGroup(
                        sorted(group.wholes("styleIds")),
                        group.has("installCause") ? group.text("installCause") : cause,
                        group.has("isStandard") ? group.flag("isStandard") : standard)),
                plain::add);
        plain.addAll(thing.wholes("styleIds"));
        if (!plain.isEmpty() || groups.isEmpty()) {
            groups.add(new StyleGroup(sorted(plain), cause, standard));
        }
        return groups;
    }

    private static List<Integer> sorted(List<Integer> ids) {
        return ids.stream().distinct().sorted().toList();
    }
}
