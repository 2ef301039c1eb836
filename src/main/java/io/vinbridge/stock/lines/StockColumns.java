package io.vinbridge.stock.lines;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vinbridge.events.formats.csv.FieldNames;
import io.vinbridge.stock.StockSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Table of the names of columns: which of a file's columns is what, by its name. Operators add names by settings. */
@Component
public class StockColumns {

    static final String PHOTOS = "photos";

    private static final String TABLE = "stock/columns.yaml";
    private static final TypeReference<Map<String, List<String>>> NAMES = new TypeReference<>() {};

    private static final Pattern UNIT = Pattern.compile("\\s*(?:\\([^)]*\\)|\\[[^]]*])\\s*$");

    /** One column for each photo. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:photo|image|picture|img|pic)s?(?:url|link)?[0-9]{1,2}(?:url|link)?|additionalimagelink.*");

    private final Map<String, String> byKey = new HashMap<>();

    public StockColumns(StockSettings settings) throws IOException {
        add(new YAMLMapper().readValue(new ClassPathResource(TABLE).getInputStream(), NAMES));
        add(settings.columns());
    }

    private void add(Map<String, List<String>> names) {
        names.forEach((ours, theirs) -> {
            byKey.put(FieldNames.key(ours), ours);
            theirs.forEach(name -> byKey.put(FieldNames.key(name), ours));
        });
    }

    /**
     * What we call each of a file's columns. Of two that are called alike the first is meant; one that the table does
     * not have, or that comes second, keeps its name.
     */
    public List<String> of(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> columns = new ArrayList<>(names.size());
        for (String name : names) {
            String ours = of(name);
            boolean free = ours != null && (taken.add(ours) || ours.equals(PHOTOS));
            columns.add(free ? ours : name.strip().toLowerCase(Locale.ROOT));
        }
        return columns;
    }

    /** Whether a column of this name has VINs. */
    public boolean isVin(String name) {
        return "vin".equals(of(name));
    }

    /** What we call a column, with or without the unit behind its name; null where the table does not have it. */
    public String of(String name) {
        String ours = named(name);
        return ours == null && UNIT.matcher(name).find()
                ? named(UNIT.matcher(name).replaceFirst(""))
                : ours;
    }

    private String named(String name) {
        String key = FieldNames.key(name);
        String ours = byKey.get(key);
        if (ours == null && NUMBERED.matcher(key).matches()) {
            return PHOTOS;
        }
        return ours == null ? FieldNames.of(name) : ours;
    }
}
