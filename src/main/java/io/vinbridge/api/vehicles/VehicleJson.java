package io.vinbridge.api.vehicles;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.representation.DeflatedDocuments;
import io.vinbridge.api.representation.DocumentContent;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.documents.Document;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.documents.StoredDescription;
import io.vinbridge.vehicles.opinions.SecondOpinion;
import io.vinbridge.vehicles.registry.MissingDescription;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.styles.StyleResolution;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * Writes vehicles and styles. What belongs to the one vehicle is written anew each time; the document follows as its
 * stored bytes, unread.
 */
@Component
public class VehicleJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
            .build();
    /** In the place of a document where there is none. */
    private static final Document UNDESCRIBED = Document.of(
            "{\"engines\":[],\"equipment\":[],\"exteriorColors\":[],\"interiorColors\":[],\"options\":[],\"specifications\":[],\"styles\":[]}"
                    .getBytes(StandardCharsets.UTF_8));

    /** What NHTSA's data has nothing of. */
    private static final String[] LACKED_BY_VPIC = {
        "styles", "equipment", "options", "specifications", "exteriorColors", "interiorColors", "prices", "pictures"
    };

    private final Documents documents;
    private final DeflatedDocuments deflated;

    VehicleJson(Documents documents, DeflatedDocuments deflated) {
        this.documents = documents;
        this.deflated = deflated;
    }

    /** A vehicle; {@code resolution} adds the ranked candidates, null leaves them out. */
    Content vehicle(StoredVehicle vehicle, StyleResolution resolution) {
        return vehicle(vehicle, resolution, null);
    }

    /**
     * The same for somebody who wrote the VIN otherwise: {@code forgiven} says how it was read, null where there is
     * nothing to tell.
     */
    Content vehicle(StoredVehicle vehicle, StyleResolution resolution, String forgiven) {
        return pieces(document(vehicle), json -> {
            json.writeStringField("vin", vehicle.vin().value());
            summary(vehicle.summary(), json);
            json.writeBooleanField("ambiguous", vehicle.ambiguous());
            if (vehicle.reasons() != null) {
                raw("reasons", vehicle.reasons(), json);
            }
            if (vehicle.own() != null) {
                raw("own", vehicle.own(), json);
                raw("offers", vehicle.offers(), json);
            }
            if (!vehicle.described()) {
                missing(vehicle.missing(), json);
            }
            if (vehicle.vpic().opinion() != null) {
                raw("secondOpinion", vehicle.vpic().opinion(), json);
            }
            if (resolution != null) {
                candidates(resolution, json);
            }
            raw("warnings", VehicleWarnings.of(vehicle, resolution, forgiven), json);
            if (vehicle.stoodInFor()) {
                standIn(vehicle, json);
            } else {
                look(vehicle.toldFetch(), json);
            }
        });
    }

    private Document document(StoredVehicle vehicle) {
        if (vehicle.described()) {
            return documents.get(vehicle.document());
        }
        return vehicle.stoodInFor()
                ? Document.of(vehicle.vpic().standIn().getBytes(StandardCharsets.UTF_8))
                : UNDESCRIBED;
    }

    /**
     * Writes the edition of NHTSA's data as the source. It is kept up with, so only ChromeData's own answer can make it
     * stale.
     */
    private static void standIn(StoredVehicle vehicle, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField("service", SecondOpinion.VPIC);
        json.writeStringField("dataSource", SecondOpinion.AUTHORITY);
        json.writeStringField("build", vehicle.vpic().edition());
        json.writeStringField("fetchedAt", vehicle.vpic().at().toString());
        json.writeFieldName("lacks");
        json.writeArray(LACKED_BY_VPIC, 0, LACKED_BY_VPIC.length);
        json.writeEndObject();
        json.writeBooleanField("stale", vehicle.look() != null && vehicle.look().stale());
    }

    private static void missing(MissingDescription missing, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("undescribed");
        json.writeStringField("reason", missing.reason().word());
        json.writeStringField("detail", missing.detail());
        json.writeStringField(
                "askedAgainAt",
                missing.askedAgainAt() == null ? null : missing.askedAgainAt().toString());
        json.writeEndObject();
    }

    public Content style(StoredDescription style) {
        return pieces(documents.get(style.document()), json -> {
            summary(style.summary(), json);
            raw("warnings", VehicleWarnings.of(style), json);
            look(style.look(), json);
        });
    }

    private static void summary(VehicleSummary summary, JsonGenerator json) throws IOException {
        number("styleId", summary.styleId(), json);
        number("modelYear", summary.modelYear(), json);
        json.writeStringField("make", summary.make());
        json.writeStringField("model", summary.model());
        json.writeStringField("trim", summary.trim());
        json.writeStringField("bodyType", summary.bodyType());
        json.writeStringField("drivetrain", summary.drivetrain());
    }

    private static void candidates(StyleResolution resolution, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("candidates");
        for (var candidate : resolution.candidates()) {
            json.writeStartObject();
            json.writeNumberField("styleId", candidate.styleId());
            json.writeStringField("name", candidate.name());
            json.writeStringField("trim", candidate.trim());
            json.writeNumberField("score", candidate.score());
            json.writeFieldName("reasons");
            json.writeArray(
                    candidate.reasons().toArray(String[]::new),
                    0,
                    candidate.reasons().size());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("unmatched");
        json.writeArray(
                resolution.unmatched().toArray(String[]::new),
                0,
                resolution.unmatched().size());
        json.writeFieldName("contradicting");
        json.writeArray(
                resolution.contradicting().toArray(String[]::new),
                0,
                resolution.contradicting().size());
    }

    /** Writes source and age; without a fetch, as after a change of settings, it counts as stale. */
    private static void look(LastFetch look, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("source");
        if (look != null) {
            json.writeStringField("service", look.service());
            json.writeStringField("dataSource", look.dataSource());
            json.writeStringField("build", look.build());
            json.writeStringField("fetchedAt", look.at().toString());
        }
        json.writeEndObject();
        json.writeBooleanField("stale", look == null || look.stale());
    }

    private static void number(String name, Integer value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private static void raw(String name, String value, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(value);
    }

    private Content pieces(Document document, Members members) {
        ByteArrayOutputStream own = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(own)) {
            json.writeStartObject();
            members.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a vehicle cannot be written", e);
        }
        return new DocumentContent(own.toByteArray(), document, deflated);
    }

    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }
}
