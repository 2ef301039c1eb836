package io.vinbridge.chromedata.ads;

import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.DataSource;
import io.vinbridge.chromedata.description.equipment.CategoryDefinition;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what all candidate styles share: the attributes of the answer's root and its {@code vinDescription}. */
final class CommonFactsReader {

    private final String country;
    private final String language;
    private Integer modelYear;
    private String make;
    private String model;
    private String style;
    private final String trim;
    private boolean pattern;
    private String source;
    private String bodyType;
    private String drivingWheels;
    private String manufacturerIdentifier;
    private String manufacturerCode;
    private String built;
    private BigDecimal builtMsrp;
    private AmountRange gvwr;
    private final List<String> vins = new ArrayList<>(1);
    private final List<CategoryDefinition> restraints = new ArrayList<>(4);
    private final List<IdentifiedName> marketClasses = new ArrayList<>(1);

    CommonFactsReader(XmlCursor root) {
        country = root.attribute("country");
        language = root.attribute("language");
        modelYear = root.year("modelYear");
        make = root.attribute("bestMakeName");
        model = root.attribute("bestModelName");
        style = root.attribute("bestStyleName");
        trim = root.attribute("bestTrimName");
    }

    void vinDescription(XmlCursor xml) {
        pattern = true;
        source = xml.attribute("source");
        modelYear = modelYear == null ? xml.year("modelYear") : modelYear;
        make = make == null ? xml.attribute("division") : make;
        model = model == null ? xml.attribute("modelName") : model;
        style = style == null ? xml.attribute("styleName") : style;
        bodyType = xml.attribute("bodyType");
        drivingWheels = xml.attribute("drivingWheels");
        built = xml.attribute("built");
        builtMsrp = xml.decimal("builtMSRP");
        String vin = xml.attribute("vin");
        if (vin != null) {
            vins.add(vin);
        }
        xml.children(child -> part(child, xml));
    }

    private void part(String child, XmlCursor xml) {
        switch (child) {
            case "gvwr" -> gvwr = CommonElements.span(xml);
            case "WorldManufacturerIdentifier" -> manufacturerIdentifier = xml.text();
            case "ManufacturerIdentificationCode" -> manufacturerCode = xml.text();
            case "restraintTypes" -> restraints.add(CommonElements.categoryDefinition(xml));
            case "marketClass" -> marketClasses.add(CommonElements.named(xml));
            default -> {}
        }
    }

    /** True if the answer decoded a VIN at all, rather than a style or a model. */
    boolean pattern() {
        return pattern;
    }

    /** The VINs that the answer says it is about. */
    Stream<String> vins() {
        return vins.stream();
    }

    /** The vendor's word for where the answer comes from, also one not known today; null in 7a, which does not say. */
    String source() {
        return DataSource.named(source).map(DataSource::word).orElse(source);
    }

    /**
     * Whether the answer describes the asked VIN alone. Where it does not say where it comes from, or in a word not
     * known today, a date or a price of building says so; a part that is confirmed by the factory says so whatever else
     * is said.
     *
     * @param confirmed whether a part is confirmed by the factory, or derived for this very vehicle
     */
    boolean belongsToOneVin(boolean confirmed) {
        boolean dated = built != null || builtMsrp != null;
        return confirmed
                || DataSource.named(source).map(DataSource::belongsToOneVin).orElse(dated);
    }

    /** Of what belongs to one VIN, nothing is kept in what is shared. */
    CommonFacts read(boolean forOneVin) {
        return new CommonFacts(
                country,
                language,
                modelYear,
                make,
                model,
                style,
                trim,
                bodyType,
                drivingWheels,
                manufacturerIdentifier,
                manufacturerCode,
                gvwr,
                restraints,
                marketClasses,
                forOneVin ? built : null,
                forOneVin ? builtMsrp : null);
    }
}
