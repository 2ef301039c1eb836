package io.vinbridge.chromedata.ads;

/**
 * One of the service's nine operations, with what it is asked. A model year is an attribute of getDivisions and
 * getSubdivisions but an element of getModels, and a model's number an attribute of getStyles: the schema wants it so.
 */
public sealed interface AdsOperation {

    /** The element that asks it. */
    AdsRequest request();

    /**
     * describeVehicle by VIN: exactly 17 characters, upper case; the service itself says whether the check digit holds.
     */
    record DescribeVin(String vin) implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.describe("vin", vin);
        }
    }

    /** describeVehicle by the vendor's style number. */
    record DescribeStyle(int styleId) implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.describe("styleId", styleId);
        }
    }

    /**
     * describeVehicle by model year, make and model, by name.
     *
     * @param styleName the exact name of a style; null for none, as it must be for 7a, whose schema does not have it
     * @param trim narrows the styles; null for none
     */
    record DescribeModel(int modelYear, String make, String model, String styleName, String trim)
            implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.describe(
                    "modelYear",
                    modelYear,
                    "makeName",
                    make,
                    "modelName",
                    model,
                    "styleName",
                    styleName,
                    "trimName",
                    trim);
        }
    }

    /** getVersionInfo: the data sets and their builds. Not billed. */
    record Versions() implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.plain("VersionInfoRequest");
        }
    }

    /** getModelYears. */
    record ModelYears() implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.plain("ModelYearsRequest");
        }
    }

    /** getDivisions: the makes of a model year. */
    record Divisions(int modelYear) implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.withAttribute("DivisionsRequest", "modelYear", modelYear);
        }
    }

    /** getSubdivisions of a model year. */
    record Subdivisions(int modelYear) implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.withAttribute("SubdivisionsRequest", "modelYear", modelYear);
        }
    }

    /** getModels by division. */
    record ModelsOfDivision(int modelYear, int divisionId) implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.withElements("ModelsRequest", "modelYear", modelYear, "divisionId", divisionId);
        }
    }

    /** getModels by subdivision. */
    record ModelsOfSubdivision(int modelYear, int subdivisionId) implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.withElements("ModelsRequest", "modelYear", modelYear, "subdivisionId", subdivisionId);
        }
    }

    /** getStyles of a model. */
    record Styles(int modelId) implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.withAttribute("StylesRequest", "modelId", modelId);
        }
    }

    /** getCategoryDefinitions. */
    record CategoryDefinitions() implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.plain("CategoryDefinitionsRequest");
        }
    }

    /** getTechnicalSpecificationDefinitions. */
    record SpecificationDefinitions() implements AdsOperation {
        @Override
        public AdsRequest request() {
            return AdsRequest.plain("TechnicalSpecificationDefinitionsRequest");
        }
    }
}
