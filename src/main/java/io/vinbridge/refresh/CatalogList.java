package io.vinbridge.refresh;

import io.vinbridge.chromedata.ads.AdsOperation;

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

    public static CatalogList styles(int modelId) {
        return new CatalogList("styles:" + modelId);
    }

    public AdsOperation question() {
        String[] parts = name.split(":", -1);
        return switch (parts[0]) {
            case "years" -> new AdsOperation.ModelYears();
            case "divisions" -> new AdsOperation.Divisions(Integer.parseInt(parts[1]));
            case "models" -> new AdsOperation.ModelsOfDivision(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            case "styles" -> new AdsOperation.Styles(Integer.parseInt(parts[1]));
            default -> throw new IllegalArgumentException("no such list: " + name);
        };
    }
}
