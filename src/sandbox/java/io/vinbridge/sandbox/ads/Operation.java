package io.vinbridge.sandbox.ads;

import java.util.Arrays;
import java.util.Optional;

/** The nine operations with their request and response elements (ChromeData on the wire, 1.2). */
enum Operation {
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

    static Optional<Operation> requestedBy(String element) {
        return Arrays.stream(values())
                .filter(operation -> element.equals(operation.response + "Request"))
                .findFirst();
    }

    /** The operation's name in the WSDL. */
    String wireName() {
        return wireName;
    }

    /** The name of the response element. */
    String response() {
        return response;
    }
}
