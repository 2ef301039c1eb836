package io.vinbridge.api.vins;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vinbridge.vpic.AnsweredVin;
import io.vinbridge.vpic.FreeDecode;
import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.decode.DecodedElement;
import io.vinbridge.vpic.decode.DecodedVin;
import io.vinbridge.vpic.decode.ProbableVin;
import io.vinbridge.vpic.decode.ProbableVins;
import io.vinbridge.vpic.decode.Source;
import io.vinbridge.vpic.edition.Edition;
import io.vinbridge.vpic.vin.CheckDigit;
import io.vinbridge.vpic.vin.VinRegion;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Free decodes as the contract has them, written member by member. */
final class VinJson {

    private VinJson() {}

    static void write(JsonGenerator out, VinAnswer answer, Edition edition, boolean sources) throws IOException {
        out.writeStartObject();
        AnsweredVin answered = answer.answered();
        out.writeStringField(
                "vin", answered == null ? answer.asked() : answer.written().text());
        out.writeBooleanField("valid", answer.reason() == null);
        text(out, "reason", answer.reason());
        if (answered != null) {
            texts(out, "forgiven", answer.written().forgiven());
            decoded(out, answered.decoded(), sources);
            probable(out, answered);
        }
        out.writeStringField("edition", edition.name());
        out.writeEndObject();
    }

    private static void decoded(JsonGenerator out, DecodedVin vin, boolean sources) throws IOException {
        out.writeStringField("form", form(vin));
        if (vin.vin().length() == VinMembers.WHOLE) {
            checkDigit(out, vin);
        }
        code(out, vin);
        if (vin.modelYear() != null) {
            out.writeNumberField("modelYear", vin.modelYear());
            out.writeStringField("modelYearBasis", vin.modelYearBasis());
            out.writeBooleanField("modelYearCertain", vin.modelYearCertain());
        }
        elements(out, vin, sources);
        out.writeArrayFieldStart("errorCodes");
        for (int code : vin.errorCodes()) {
            out.writeNumber(code);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("errors");
        for (int code : vin.errorCodes()) {
            out.writeString(vin.errorText(code));
        }
        out.writeEndArray();
        text(out, "suggestedVin", vin.suggested());
        text(out, "possibleValues", vin.possible());
        text(out, "additional", vin.additional());
        out.writeStringField("descriptor", vin.descriptor());
        out.writeStringField("confidence", confidence(vin));
    }

    private static String form(DecodedVin vin) {
        if (vin.vin().length() == VinMembers.WHOLE && vin.vin().indexOf('*') < 0) {
            return "whole";
        }
        return FreeDecode.old(vin) ? "before-1981" : "partial";
    }

    /** Never more than what the patterns say: all explained, some, or hardly anything. */
    private static String confidence(DecodedVin vin) {
        boolean clean = vin.errorCodes().contains(0);
        if (clean && !vin.errorCodes().contains(14) && vin.modelYearCertain()) {
            return "high";
        }
        return clean ? "medium" : "low";
    }

    private static void checkDigit(JsonGenerator out, DecodedVin vin) throws IOException {
        char fits = vin.checkDigit();
        out.writeObjectFieldStart("checkDigit");
        out.writeStringField("found", vin.vin().substring(8, 9));
        if (fits != CheckDigit.NONE) {
            out.writeStringField("expected", String.valueOf(fits));
        }
        out.writeBooleanField("right", fits == vin.vin().charAt(8));
        if (vin.excused()) {
            out.writeBooleanField("excused", true);
        }
        out.writeEndObject();
    }

    private static void code(JsonGenerator out, DecodedVin vin) throws IOException {
        ManufacturerCode code = vin.code();
        out.writeObjectFieldStart("wmi");
        out.writeStringField("code", vin.codeText());
        if (code != null) {
            text(
                    out,
                    "manufacturer",
                    code.manufacturer() == null ? null : code.manufacturer().strip());
            text(out, "country", code.country());
        }
        text(out, "region", VinRegion.of(vin.vin()));
        out.writeEndObject();
    }

    private static void elements(JsonGenerator out, DecodedVin vin, boolean told) throws IOException {
        Map<String, DecodedElement> sources = new LinkedHashMap<>();
        Map<String, Collection<String>> several = new LinkedHashMap<>();
        for (DecodedElement one : vin.elements()) {
            VinMembers.Member member = VinMembers.of(one.element());
            String value = member == null || member.name().equals("modelYear") ? null : vin.value(one);
            if (value == null || (one.source() == Source.DEFAULT && !member.byDefault())) {
                continue;
            }
            if (member.several()) {
                several.computeIfAbsent(member.name(), name -> new TreeSet<>()).add(value);
            } else {
                out.writeStringField(member.name(), value);
            }
            if (told) {
                sources.putIfAbsent(member.name(), one);
            }
        }
        for (Map.Entry<String, Collection<String>> one : several.entrySet()) {
            texts(out, one.getKey(), one.getValue());
        }
        if (told) {
            sources(out, sources);
        }
    }

    private static void sources(JsonGenerator out, Map<String, DecodedElement> sources) throws IOException {
        out.writeObjectFieldStart("sources");
        for (Map.Entry<String, DecodedElement> one : sources.entrySet()) {
            DecodedElement from = one.getValue();
            out.writeObjectFieldStart(one.getKey());
            out.writeStringField("from", from.source().word());
            if (from.pattern() > 0) {
                out.writeNumberField("pattern", from.pattern());
                out.writeNumberField("schema", from.schema());
                text(out, "key", from.key() == null ? null : from.key().text());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void probable(JsonGenerator out, AnsweredVin answer) throws IOException {
        out.writeArrayFieldStart("candidates");
        for (ProbableVin one : answer.probable()) {
            out.writeStartObject();
            out.writeStringField("vin", one.vin());
            out.writeNumberField("position", one.position());
            out.writeStringField("error", one.error().word());
            out.writeNumberField("likelihood", one.likelihood());
            for (DecodedElement element : one.decoded().elements()) {
                VinMembers.Member member = VinMembers.of(element.element());
                if (member != null && member.brief()) {
                    text(out, member.name(), one.decoded().value(element));
                }
            }
            if (one.decoded().modelYear() != null) {
                out.writeNumberField("modelYear", one.decoded().modelYear());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        ProbableVin only = ProbableVins.only(answer.probable());
        text(out, "probableVin", only == null ? null : only.vin());
    }

    private static void texts(JsonGenerator out, String name, Collection<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private static void text(JsonGenerator out, String name, String text) throws IOException {
        if (text != null) {
            out.writeStringField(name, text);
        }
    }
}
