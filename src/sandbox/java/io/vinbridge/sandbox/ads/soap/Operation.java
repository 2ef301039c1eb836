package io.vinbridge.sandbox.ads.soap;

import java.util.Arrays;
import java.util.Optional;

/** The nine operations with their request and response elements (ChromeData on the wire, 1.2). */
public enum Operation {
    VERSION_INFO("getVersionInfo", "VersionInfo"),
    MODEL_YEARS("getModelYears", "ModelYears"),
    DIVISIONS("getDivisions", "Divisions"),
    SUBDIVISIONS("getSubdivisions", "Subdivisions"),
    MODELS("getModels", "Models"),
    STYLES("getStyles", "Styles"),
    DESCRIBE_VEHICLE("describeVehicle", "VehicleDescription"),
    CATEGORY_DEFINITIONS("getCategoryDefinitions", "CategoryDefinitions"),
    SPECIFICATION_DEFINITIONS("getTechnicalSpecificationDefinitions", "TechnicalSpecificationDefinitions");

    private final String wireName;
    private final String response;

    Operation(String wireName, String response) {
        this.wireName = wireName;
        this.response = response;
    }

    public static Optional<Operation> requestedBy(String element) {
        return Arrays.stream(values())
                .filter(operation -> element.equals(operation.response + "Request"))
                .findFirst();
    }

    /** The operation's name in the WSDL. */
    public String wireName() {
        return wireName;
    }

    /** The name of the response element. */
    public String response() {
        return response;
    }
}
