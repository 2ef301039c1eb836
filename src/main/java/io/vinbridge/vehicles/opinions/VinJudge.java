package io.vinbridge.vehicles.opinions;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.vehicles.documents.Document;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vpic.decode.DecodedVin;
import io.vinbridge.vpic.decode.VinDecoder.Question;
import io.vinbridge.vpic.edition.Editions;
import io.vinbridge.vpic.edition.VpicSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Judge of vehicles by the edition of NHTSA's data in use. It writes nothing; patterns and documents it has from memory
 * mostly.
 */
@Component
class VinJudge {

    private final Editions editions;
    private final VpicSettings settings;
    private final Documents documents;

    VinJudge(Editions editions, VpicSettings settings, Documents documents) {
        this.editions = editions;
        this.settings = settings;
        this.documents = documents;
    }

    /** Verdicts by one edition, which is named. */
    record Verdicts(String edition, List<VinVerdict> verdicts) {}

    /** In the order given; a document that is damaged is left out. Empty where there is no edition. */
    Optional<Verdicts> judge(List<ComparedVehicle> vehicles) {
        return editions.find().map(edition -> {
            List<DecodedVin> decoded = edition.decoder()
                    .decode(vehicles.stream()
                            .map(one -> new Question(one.vin(), null))
                            .toList());
            Map<DocumentHash, Optional<Description>> read = new HashMap<>();
            List<VinVerdict> verdicts = new ArrayList<>(vehicles.size());
            for (int i = 0; i < vehicles.size(); i++) {
                verdict(vehicles.get(i), decoded.get(i), read).ifPresent(verdicts::add);
            }
            return new Verdicts(edition.edition().name(), verdicts);
        });
    }

    private Optional<VinVerdict> verdict(
            ComparedVehicle vehicle, DecodedVin vin, Map<DocumentHash, Optional<Description>> read) {
        if (vehicle.document() == null) {
            return Optional.of(VinVerdict.undescribed(vehicle, vin, settings.serves()));
        }
        return read.computeIfAbsent(
                        DocumentHash.stored(vehicle.document()),
                        hash -> documents.readable(hash).map(Document::description))
                .map(description -> VinVerdict.described(vehicle, description, vin));
    }
}
