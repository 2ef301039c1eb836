package io.vinbridge.vehicles;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Offer of a vehicle by one dealer. Each field has the value that was said last by the source's own time (last writer
 * wins), so that events give the same result in whatever order they come.
 *
 * @param dealer the dealer's name, or the source's where no message named a dealer; empty where neither was named
 * @param named whether a message named the dealer
 * @param sources those who spoke for the dealer, so that a message that names no dealer finds its offer
 * @param source who spoke last; null where nobody was named
 * @param said when each field was said, and by which event
 * @param tracked whether the dealer has the vehicle
 * @param trackingSaid when that was said, empty where never
 * @param since when the dealer's offer began, by our clock
 * @param lastSeen when it was last spoken of, by our clock
 */
public record Offer(
        String dealer,
        boolean named,
        NavigableSet<String> sources,
        String source,
        SortedMap<String, JsonNode> fields,
        SortedMap<String, String> said,
        boolean tracked,
        String trackingSaid,
        Instant since,
        Instant lastSeen) {

    private static final int MOST_SOURCES = 10;

    /** Stands behind the name of a number in the name of what was written where none could be read. */
    private static final String TEXT = "Text";

    /** One that nothing was said of yet. */
    public static Offer empty(String dealer, boolean named, Instant now) {
        return new Offer(dealer, named, new TreeSet<>(), null, new TreeMap<>(), new TreeMap<>(), false, "", now, now);
    }

    /** When anything was last said, by the source's time. */
    public String lastSaid() {
        return Stream.concat(said.values().stream(), Stream.of(trackingSaid))
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    /** The offer after a statement; the same where it says nothing newer. */
    public Offer merge(OfferStatement statement, Instant now) {
        String stamp = statement.stamp().text();
        SortedMap<String, String> stamps = new TreeMap<>();
        statement.fields().keySet().forEach(name -> stamps.put(name, stamp));
        NavigableSet<String> from = new TreeSet<>();
        from.add(source(statement.source()));
        return merge(new Offer(
                dealer,
                statement.dealer() != null,
                from,
                statement.source(),
                statement.fields(),
                stamps,
                Boolean.TRUE.equals(statement.tracked()),
                statement.tracked() == null ? "" : stamp,
                statement.since() == null ? now : statement.since(),
                now));
    }

    /** Whether all that a statement says counts: of nothing in it newer words were there. */
    public boolean reflects(OfferStatement statement) {
        String stamp = statement.stamp().text();
        return statement.fields().keySet().stream().allMatch(name -> stamp.equals(said.get(name)))
                && (statement.tracked() == null || stamp.equals(trackingSaid));
    }

    /** The newest of both; the same where the other says nothing newer. */
    public Offer merge(Offer other) {
        SortedMap<String, JsonNode> values = new TreeMap<>(fields);
        SortedMap<String, String> stamps = new TreeMap<>(said);
        boolean newer = false;
        for (Map.Entry<String, String> field : other.said.entrySet()) {
            String before = said.get(field.getKey());
            if (before == null || before.compareTo(field.getValue()) < 0) {
                newer = true;
                stamps.put(field.getKey(), field.getValue());
                put(field.getKey(), other.fields.get(field.getKey()), values);
            }
        }
        values.keySet().removeIf(name -> outdatedText(name, values, stamps));
        boolean moved = other.trackingSaid.compareTo(trackingSaid) > 0;
        NavigableSet<String> from = new TreeSet<>(sources);
        other.sources.stream().limit(Math.max(0, MOST_SOURCES - from.size())).forEach(from::add);
        if (!newer && !moved && from.equals(sources) && (named || !other.named)) {
            return this;
        }
        boolean has = moved ? other.tracked : tracked;
        return new Offer(
                dealer,
                named || other.named,
                from,
                other.lastSaid().compareTo(lastSaid()) >= 0 ? other.source : source,
                values,
                stamps,
                has,
                moved ? other.trackingSaid : trackingSaid,
                has && !tracked ? other.since : since,
                other.lastSeen);
    }

    /** Keeps a value; what was taken back is gone, and only when that was said stays. */
    private static void put(String name, JsonNode value, SortedMap<String, JsonNode> values) {
        if (value == null || value.isNull()) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /**
     * True for the text of a number that could not be read ({@code priceText}), where of that number something newer
     * was said.
     */
    private static boolean outdatedText(
            String name, SortedMap<String, JsonNode> values, SortedMap<String, String> stamps) {
        if (!name.endsWith(TEXT)) {
            return false;
        }
        String number = name.substring(0, name.length() - TEXT.length());
        JsonNode value = values.get(number);
        return stamps.containsKey(number)
                && (value == null || value.isNumber())
                && stamps.get(number).compareTo(stamps.get(name)) > 0;
    }

    public boolean spokenForBy(String name) {
        return sources.contains(source(name));
    }

    /** How many bytes its fields are as JSON. */
    public long size() {
        return CanonicalJson.text(fields).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String source(String name) {
        return name == null ? "" : name;
    }
}
