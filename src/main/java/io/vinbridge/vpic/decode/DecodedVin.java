package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.vin.CharacterCheck;
import io.vinbridge.vpic.vin.CheckDigit;
import io.vinbridge.vpic.vin.ModelYears;
import io.vinbridge.vpic.vin.VinKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Answer to a VIN: what each element is and where that comes from, and what is wrong with the VIN. */
public final class DecodedVin {

    private final VinKey key;
    private final ManufacturerCode code;
    private final Pass pass;
    private final ModelYears.Basis basis;
    private final EditionCommons commons;
    private final Elements elements;

    DecodedVin(
            VinKey key,
            ManufacturerCode code,
            Pass pass,
            ModelYears.Basis basis,
            EditionCommons commons,
            Elements elements) {
        this.key = key;
        this.code = code;
        this.pass = pass;
        this.basis = basis;
        this.commons = commons;
        this.elements = elements;
    }

    public String vin() {
        return key.vin();
    }

    /** The manufacturer's code as it stands in the VIN. */
    public String codeText() {
        return key.code();
    }

    /** Null where nobody has it. */
    public ManufacturerCode code() {
        return code;
    }

    /** What is known, by element; of those with several values several. */
    public List<DecodedElement> elements() {
        return pass.stayed().stream()
                .filter(one -> elements.shown(one.element()))
                .toList();
    }

    /** The value of what is known; null for an identifier that its look-up table does not have. */
    public String value(DecodedElement one) {
        String value = one.value();
        if (value == null) {
            value = one.element() == Elements.MODEL && one.schemaValue() != null
                    ? one.schemaValue().model()
                    : commons.value(one.element(), one.attribute());
        }
        if (value == null || value.isEmpty()) {
            return null;
        }
        String line = value.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
        return Elements.SEVERAL.contains(one.element()) ? line : line.strip();
    }

    /** The value of an element, unless only vehicles of its type usually have it; null where nothing says it. */
    public String said(int element) {
        for (DecodedElement one : pass.stayed()) {
            if (one.element() == element && one.source() != Source.DEFAULT) {
                String value = value(one);
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    /** Null where none is known, or the manufacturer is not. */
    public Integer modelYear() {
        return code == null ? null : pass.year();
    }

    /** Whether no other year is possible. */
    public boolean modelYearCertain() {
        return pass.certain() && pass.year() != null;
    }

    /** How the year is known, in words with hyphens. */
    public String modelYearBasis() {
        return basis.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Ascending. */
    public Set<Integer> errorCodes() {
        return pass.codes();
    }

    /** What an error code says; of one that the edition has no text for, the code itself. */
    public String errorText(int error) {
        EditionCommons.ErrorCode code = commons.errors().get(error);
        return code == null || code.text() == null ? Integer.toString(error) : code.text();
    }

    /** Null where vPIC suggests none. */
    public String suggested() {
        return pass.suggested().isEmpty() ? null : pass.suggested();
    }

    /** Null where there are none. */
    public String possible() {
        return pass.possible().isEmpty() ? null : pass.possible();
    }

    /** Null where there is nothing more to be said. */
    public String additional() {
        return pass.additional() == null || pass.additional().isEmpty() ? null : pass.additional();
    }

    public String descriptor() {
        return VinKey.descriptor(key.vin());
    }

    /** The positions that no pattern explains. */
    public String unused() {
        return pass.unused();
    }

    /** What position 9 should be; {@link CheckDigit#NONE} where others have characters that they may not have. */
    public char checkDigit() {
        return key.length() == 17 ? CheckDigit.of(key.vin(), CharacterCheck.numbersFrom(key, code)) : CheckDigit.NONE;
    }

    /** Whether NHTSA's data excuses its check digit. */
    public boolean excused() {
        return commons.excused(key.vin());
    }

    /**
     * The weight of its errors; {@code corrected} leaves out those that another serial number or check digit would not
     * have.
     */
    int errorsBut(boolean corrected) {
        return pass.codes().stream()
                .filter(code -> !corrected || (code != 1 && code != 400))
                .mapToInt(code -> commons.errors().containsKey(code)
                        ? commons.errors().get(code).weight()
                        : 0)
                .sum();
    }

    /** Whether a key that took the VIN describes a position or one behind it. */
    boolean describesFrom(int position) {
        int places = position - 4;
        return pass.stayed().stream()
                .anyMatch(one -> one.key() != null && one.key().places() > places);
    }

    /** Whether another VIN of the same manufacturer has a right check digit and no character where it may not stand. */
    boolean fitsAs(String vin) {
        return CheckDigit.of(vin, CharacterCheck.numbersFrom(key, code)) == vin.charAt(CheckDigit.POSITION - 1);
    }
}
