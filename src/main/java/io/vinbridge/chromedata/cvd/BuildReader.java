package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.notices.BuildRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what the factory says of one vehicle: {@code buildMSRP}, {@code buildDate}, installed option codes,
 * {@code additionalBuildData[]}.
 */
final class BuildReader {

    private final List<BuildRecord.Item> items = new ArrayList<>();
    private List<String> codes = List.of();
    private String date;
    private String source;
    private BigDecimal msrp;

    void read(JsonMembers result) {
        date = result.text("buildDate");
        source = result.text("buildSource");
        BigDecimal amount = result.number("buildMSRP");
        msrp = amount == null || amount.signum() <= 0 ? null : amount;
        codes = result.texts("optionCodes").stream().distinct().sorted().toList();
        result.each(
                "additionalBuildData",
                item -> items.add(new BuildRecord.Item(
                        item.text("label"),
                        item.text("description"),
                        item.text("value"),
                        item.number("msrp"),
                        item.number("invoice"))));
    }

    /** Whether there is anything of one vehicle. Where build data would come from says nothing. */
    boolean told() {
        return date != null || msrp != null || !codes.isEmpty() || !items.isEmpty();
    }

    BuildRecord record() {
        return told() ? new BuildRecord(date, msrp, source, codes, items) : null;
    }

    String date() {
        return date;
    }

    BigDecimal msrp() {
        return msrp;
    }
}
