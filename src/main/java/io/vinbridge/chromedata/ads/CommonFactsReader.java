package io.vinbridge.chromedata.ads;

import io.vinbridge.chromedata.description.AmountRange;
import io.vinbridge.chromedata.description.CategoryDefinition;
import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.DataSource;
import io.vinbridge.chromedata.description.IdentifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads what all candidate styles share: the attributes of the answer's root and its {@code vinDescription}. */
final class CommonFactsReader {

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
    private final List<CategoryDefinition> restraints = new ArrayList<>(4);
    private final List<IdentifiedName> marketClasses = new ArrayList<>(1);

    CommonFactsReader(XmlCursor root) {
        modelYear = root.integer("modelYear");
        make = root.attribute("bestMakeName");
        model = root.attribute("bestModelName");
        style = root.attribute("bestStyleName");
        trim = root.attribute("bestTrimName");
    }

    void vinDescription(XmlCursor xml) {
        pattern = true;
        source = xml.attribute("source");
        modelYear = modelYear == null ? xml.integer("modelYear") : modelYear;
        make = make == null ? xml.attribute("division") : make;
        model = model == null ? xml.attribute("modelName") : model;
        style = style == null ? xml.attribute("styleName") : style;
        bodyType = xml.attribute("bodyType");
        drivingWheels = xml.attribute("drivingWheels");
        if (DataSource.named(source).belongsToOneVin()) {
            built = xml.attribute("built");
            builtMsrp = xml.decimal("builtMSRP");
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

    /** Whether the answer decoded a VIN at all, rather than a style or a model. */
    boolean pattern() {
        return pattern;
    }

    /** The vendor's word for where the answer comes from; null in 7a, which does not say. */
    String source() {
        return source;
    }

    CommonFacts read() {
        return new CommonFacts(
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
                built,
                builtMsrp);
    }
}
