package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.ads.sections.BuildSheet;
import io.vinbridge.sandbox.ads.sections.ColorSection;
import io.vinbridge.sandbox.ads.sections.ConsumerSection;
import io.vinbridge.sandbox.ads.sections.DescribedVehicle;
import io.vinbridge.sandbox.ads.sections.EngineSection;
import io.vinbridge.sandbox.ads.sections.EquipmentSection;
import io.vinbridge.sandbox.ads.sections.GalleryLicence;
import io.vinbridge.sandbox.ads.sections.InstalledEquipment;
import io.vinbridge.sandbox.ads.sections.OptionSection;
import io.vinbridge.sandbox.ads.sections.PriceSection;
import io.vinbridge.sandbox.ads.sections.Section;
import io.vinbridge.sandbox.ads.sections.SpecificationSection;
import io.vinbridge.sandbox.ads.sections.StandardSection;
import io.vinbridge.sandbox.ads.sections.StyleSection;
import io.vinbridge.sandbox.ads.sections.VinSection;
import io.vinbridge.sandbox.ads.soap.AdsVersion;
import io.vinbridge.sandbox.ads.soap.DescribeRequest;
import io.vinbridge.sandbox.ads.soap.Envelope;
import io.vinbridge.sandbox.ads.soap.Switch;
import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.DataBuilds;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Vin;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.memory.BoundedCache;
import io.vinbridge.sandbox.text.Xml;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers describeVehicle: finds the styles, narrows them, notes what is installed, and writes it all down or takes it
 * from the cache.
 */
final class VehicleDescriber {
    private final Catalog catalog;
    private final DataBuilds builds;
    private final BuildData buildData;
    private final double fullness;
    private final boolean cacheable;
    private final List<Section> sections;
    private final BoundedCache<Key, Description> descriptions;

    VehicleDescriber(Catalog catalog, DataBuilds builds, BuildData buildData, StyleSection styles, Extent extent) {
        this.catalog = catalog;
        this.builds = builds;
        this.buildData = buildData;
        this.fullness = extent.fullness();
        this.cacheable = extent.licence() == GalleryLicence.NONE;
        this.descriptions = new BoundedCache<>(extent.cacheBytes(), Description::size);
        this.sections = List.of(
                new VinSection(),
                styles,
                new EngineSection(),
                new StandardSection(),
                new OptionSection(),
                new EquipmentSection(),
                new ConsumerSection(),
                new SpecificationSection(),
                new ColorSection(),
                new PriceSection());
    }

    Reply describe(DescribeRequest request, boolean gzip) {
        try {
            return describe(request, new Identification(catalog, request).find(), gzip);
        } catch (Identification.NotFound e) {
            return unsuccessful(request, e.code(), gzip);
        }
    }

    private Reply describe(DescribeRequest request, Identification.Found found, boolean gzip) {
        Status status = new Status(request.version());
        found.vin().filter(vin -> !vin.hasValidCheckDigit()).ifPresent(vin -> status.add("InvalidVinCheckDigit"));
        if (!request.language().equals("en")) {
            status.add("UsingAlternateLocale");
        }
        Optional<BuildSheet> sheet =
                found.vin().filter(buildData::covers).map(vin -> BuildSheet.of(vin, found.styles()));
        Optional<String> missing = missingData(request, sheet);
        if (missing.isPresent()) {
            if (!request.has(Switch.IncludeCatalogData)) {
                return unsuccessful(request, missing.get(), gzip);
            }
            status.add(missing.get());
        }
        Description description = sheet.isEmpty() && cacheable && request.plain()
                ? descriptions.get(key(request, found), key -> written(request, found, sheet, status))
                : written(request, found, sheet, status);
        return description.reply(status, found.vin(), gzip);
    }

    private Description written(
            DescribeRequest request, Identification.Found found, Optional<BuildSheet> sheet, Status status) {
        List<Style> candidates = sheet.map(built -> List.of(built.style())).orElse(found.styles());
        List<Style> styles = Reduction.reduce(catalog, request, candidates, status);
        InstalledEquipment installed = new InstalledEquipment();
        sheet.ifPresent(built -> built.install(installed, fullness));
        new Inputs(request, styles, fullness, status, installed).apply();
        DescribedVehicle vehicle = new DescribedVehicle(request, styles, found.vin(), sheet, installed, fullness);
        return Description.of(vehicle, sections);
    }

    /** The status code if only data was wanted that is not there. Engineered data never is. */
    private static Optional<String> missingData(DescribeRequest request, Optional<BuildSheet> sheet) {
        if (request.has(Switch.IncludeOnlyEngineeredDataDecode)) {
            return Optional.of("EngineeredDataNotAvailable");
        }
        boolean missing = request.has(Switch.IncludeOnlyOEMBuildDataDecode) && sheet.isEmpty();
        return missing ? Optional.of("BuildDataNotAvailable") : Optional.empty();
    }

    private static Reply unsuccessful(DescribeRequest request, String code, boolean gzip) {
        String root = "<VehicleDescription xmlns=\"" + request.version().namespace() + "\" country=\""
                + request.country() + "\" language=\"en\">" + Status.unsuccessful(request.version(), code);
        return Envelope.reply(
                root, Envelope.tail(new Xml(100).within("VehicleDescription").close()), gzip);
    }

    private Key key(DescribeRequest request, Identification.Found found) {
        String maker = found.vin()
                .map(Vin::pattern)
                .map(pattern -> pattern.manufacturer() + pattern.smallMaker())
                .orElse("");
        List<Integer> styles =
                found.styles().stream().map(style -> style.id().number()).toList();
        return new Key(request.version(), maker, styles, request.switches(), builds.generation());
    }

    /**
     * All that a description depends on. Of a VIN that is who made the vehicle and which styles it may be; many
     * patterns agree in both.
     */
    private record Key(AdsVersion version, String maker, List<Integer> styles, Set<Switch> switches, int generation) {}
}
