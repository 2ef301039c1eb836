package io.vinbridge.refresh;

import io.vinbridge.chromedata.ads.AdsOperation;
import java.util.Optional;

/**
 * One list of the catalogue.
 *
 * @param name what it is called in keys and in the queue, such as {@code divisions:2024}
 */
public record CatalogList(String name) {

    public static CatalogList years() {
        return new CatalogList("years");
    }

    public static CatalogList divisions(int year) {
        return new CatalogList("divisions:" + year);
    }

    public static CatalogList models(int year, int divisionId) {
        return new CatalogList("models:" + year + ":" + divisionId);
    }

    public static CatalogList subdivisions(int year) {
        return new CatalogList("subdivisions:" + year);
    }

    public static CatalogList modelsOfSubdivision(int year, int subdivisionId) {
        return new CatalogList("subdivision-models:" + year + ":" + subdivisionId);
    }

    public static CatalogList categories() {
        return new CatalogList("categories");
    }

    public static CatalogList specifications() {
        return new CatalogList("specifications");
    }

    /** What ADS alone has of this, in the plural; empty where VSS has it too. */
    public Optional<String> ofAdsAlone() {
        return Optional.ofNullable(
                switch (name.split(":", -1)[0]) {
                    case "subdivisions", "subdivision-models" -> "subdivisions";
                    case "categories" -> "definitions of categories";
                    case "specifications" -> "definitions of specifications";
                    default -> null;
                });
    }

    public static CatalogList styles(int modelId) {
        return new CatalogList("styles:" + modelId);
    }

    public AdsOperation question() {
        String[] parts = name.split(":", -1);
        return switch (parts[0]) {
            case "years" -> new AdsOperation.ModelYears();
            case "divisions" -> new AdsOperation.Divisions(Integer.parseInt(parts[1]));
            case "models" -> new AdsOperation.ModelsOfDivision(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            case "subdivisions" -> new AdsOperation.Subdivisions(Integer.parseInt(parts[1]));
            case "subdivision-models" ->
                new AdsOperation.ModelsOfSubdivision(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            case "categories" -> new AdsOperation.CategoryDefinitions();
            case "specifications" -> new AdsOperation.SpecificationDefinitions();
            case "styles" -> new AdsOperation.Styles(Integer.parseInt(parts[1]));
            default -> throw new IllegalArgumentException("no such list: " + name);
        };
    }
}
