package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.documents.StoredDescription;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Last styles of a VIN that CVD described before: those of the same model of the same year. */
@Component
class LastStyles {

    private final Descriptions descriptions;
    private final Documents documents;
    private final RequestKeys keys;

    LastStyles(Descriptions descriptions, Documents documents, RequestKeys keys) {
        this.descriptions = descriptions;
        this.documents = documents;
        this.keys = keys;
    }

    List<Style> of(Vin vin, CommonFacts said) {
        return Stream.of(keys.alone(DescribingService.CVD, vin), keys.describing(DescribingService.CVD, vin))
                .distinct()
                .map(descriptions::find)
                .flatMap(Optional::stream)
                .map(StoredDescription::document)
                .filter(Objects::nonNull)
                .map(documents::readable)
                .flatMap(Optional::stream)
                .map(document -> document.description())
                .filter(before -> sameModel(before.common(), said))
                .map(Description::styles)
                .filter(styles -> !styles.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean sameModel(CommonFacts before, CommonFacts said) {
        return Objects.equals(before.modelYear(), said.modelYear())
                && Objects.equals(before.make(), said.make())
                && Objects.equals(before.model(), said.model());
    }
}
