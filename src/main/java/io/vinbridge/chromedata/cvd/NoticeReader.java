package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.notices.Recall;
import io.vinbridge.chromedata.notices.SafetyRating;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Reads {@code recallInfo[]} and {@code safetyInfo[]}. */
final class NoticeReader {

    private static final Comparator<String> ABSENT_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private final List<Recall> recalls = new ArrayList<>();
    private final List<SafetyRating> ratings = new ArrayList<>();

    void read(JsonMembers result) {
        result.each(
                "recallInfo",
                recall -> recalls.add(new Recall(
                        recall.text("recallId"),
                        recall.text("campaignNo"),
                        recall.text("mfgCampaignNo"),
                        recall.text("component"),
                        recall.text("recallType"),
                        recall.text("reportedDate"),
                        recall.text("summaryDescription"),
                        recall.text("consequenceDescription"),
                        recall.text("correctiveDescription"),
                        styles(recall))));
        result.each(
                "safetyInfo",
                rating -> ratings.add(new SafetyRating(
                        rating.text("source"),
                        rating.text("value"),
                        rating.text("description"),
                        rating.text("note"),
                        rating.text("condition"),
                        styles(rating))));
    }

    List<Recall> recalls() {
        return recalls.stream()
                .distinct()
                .sorted(Comparator.comparing(Recall::id, ABSENT_FIRST).thenComparing(Recall::toString))
                .toList();
    }

    List<SafetyRating> safetyRatings() {
        return ratings.stream()
                .distinct()
                .sorted(Comparator.comparing(SafetyRating::description, ABSENT_FIRST)
                        .thenComparing(SafetyRating::toString))
                .toList();
    }

    private static List<Integer> styles(JsonMembers notice) {
        TreeSet<Integer> styles = new TreeSet<>();
        StyleGroup.of(notice).forEach(group -> styles.addAll(group.ids()));
        return List.copyOf(styles);
    }
}
