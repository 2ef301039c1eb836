package io.vinbridge.stock.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.events.EventWarning;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.vehicles.OfferStatus;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of a line as feeds and readers want them: words of few, addresses in a list, days as ISO writes them. */
final class StockValues {

    private static final Pattern BETWEEN =
            Pattern.compile("\\s*[|;\\n\\r\\t]\\s*|\\s*,\\s*(?=https?://)|\\s+(?=https?://)");
    private static final Pattern KILOMETERS =
            Pattern.compile("(?iu)(?<![a-z])(?:kms?|kmt|kilom[e\u00e9]t\\p{L}*|chilomet[a-z]*)\\b");
    private static final Pattern MILES = Pattern.compile("(?i)(?<![a-z])(?:smi|mi|miles?)\\b");
    private static final Pattern AROUND = Pattern.compile("^[\"']|[\"',]$");
    private static final Pattern CERTIFIED = Pattern.compile("(?i)cpo|certified");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})(?:\\.0+)?");
    private static final int MOST_PHOTOS = 200;

    private final SortedMap<String, JsonNode> fields;
    private final List<String> warnings;

    StockValues(SortedMap<String, JsonNode> fields, List<String> warnings) {
        this.fields = fields;
        this.warnings = warnings;
    }

    /** Brings the fields of a line into their forms; what was read as a number is one already. */
    void normalise(Dealer dealer) {
        word("status", OfferStatus.WORDS);
        condition();
        flag("certified");
        photos();
        day(dealer);
        year();
    }

    /** Notes the unit of a mileage: that its text names, else a column of units, else its own column's name. */
    void unit(String written, String column) {
        String said = text("mileageUnit");
        List<String> places = List.of(written, said == null ? "" : said, written.isBlank() ? "" : column);
        places.stream()
                .map(StockValues::unitOf)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(unit -> fields.put("mileageUnit", TextNode.valueOf(unit)));
    }

    private static String unitOf(String written) {
        if (KILOMETERS.matcher(written).find()) {
            return "KM";
        }
        return MILES.matcher(written).find() ? "MI" : null;
    }

    private String text(String name) {
        JsonNode value = fields.get(name);
        return value == null || value.isNull() || value.isContainerNode()
                ? null
                : value.asText().strip();
    }

    private void word(String name, Map<String, List<String>> words) {
        String text = text(name);
        if (text != null) {
            fields.put(name, TextNode.valueOf(StockWords.meant(text, words)));
        }
    }

    /** Where no column says whether a vehicle is certified, a condition says it, and takes it back. */
    private void condition() {
        String text = text("condition");
        if (text == null) {
            return;
        }
        word("condition", StockWords.CONDITION);
        fields.putIfAbsent("certified", CERTIFIED.matcher(text).find() ? BooleanNode.TRUE : NullNode.instance);
    }

    private void flag(String name) {
        String text = text(name);
        if (text == null) {
            return;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (StockWords.YES.contains(lower) || StockWords.NO.contains(lower)) {
            fields.put(name, BooleanNode.valueOf(StockWords.YES.contains(lower)));
        } else {
            unreadable(name, text, "yes or no");
        }
    }

    private void photos() {
        String text = text(StockColumns.PHOTOS);
        if (text == null) {
            return;
        }
        ArrayNode addresses = JsonNodeFactory.instance.arrayNode();
        for (String one : BETWEEN.split(text, -1)) {
            String address = AROUND.matcher(one.strip()).replaceAll("");
            if (address.isEmpty()) {
                continue;
            }
            if (absolute(address) && addresses.size() < MOST_PHOTOS) {
                addresses.add(address);
            } else {
                warnings.add("A photo is left out: " + EventWarning.shown(address));
            }
        }
        fields.put(StockColumns.PHOTOS, addresses);
    }

    private static boolean absolute(String address) {
        try {
            URI uri = new URI(address.replace(" ", "%20"));
            return uri.getHost() != null && uri.getScheme().matches("(?i)https?");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void day(Dealer dealer) {
        String text = text("dateInStock");
        if (text == null) {
            return;
        }
        LocalDate day = StockDay.read(text, dealer);
        if (day == null) {
            unreadable("dateInStock", text, "day");
        } else {
            fields.put("dateInStock", TextNode.valueOf(day.toString()));
        }
    }

    private void year() {
        String text = text("year");
        Matcher year = YEAR.matcher(text == null ? "" : text);
        if (year.matches()) {
            fields.put("year", IntNode.valueOf(Integer.parseInt(year.group(1))));
        } else if (text != null) {
            unreadable("year", text, "year");
        }
    }

    private void unreadable(String name, String text, String wanted) {
        fields.put(name, NullNode.instance);
        fields.put(name + "Text", TextNode.valueOf(text));
        warnings.add("The field " + name + " is no " + wanted + ": " + EventWarning.shown(text));
    }
}
