package io.vinbridge.chromedata;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Service of ChromeData that is called: each with a circuit breaker of its own, and those of one server with one
 * account and one rest in common.
 */
public enum ChromeDataService {
    ADS("ADS", "CHROMEDATA_DESCRIBE_URL"),
    CVD("CVD", "CHROMEDATA_CVD_URL"),
    VSS("VSS", "CHROMEDATA_VSS_URL"),
    MEDIA("The Media Gallery", "CHROMEDATA_MEDIA_URL"),
    PICTURE("The Media Gallery's pictures", "CHROMEDATA_MEDIA_URL");

    /** Those that are asked with an account: what describes vehicles comes first. */
    public static final List<ChromeDataService> SERVERS =
            Stream.of(values()).filter(service -> service.server() == service).toList();

    private final String title;
    private final String addressSetting;

    ChromeDataService(String title, String addressSetting) {
        this.title = title;
        this.addressSetting = addressSetting;
    }

    /** The service by which a vehicle is described. */
    public static ChromeDataService of(DescribingService service) {
        return service == DescribingService.CVD ? CVD : ADS;
    }

    /** The service of a word, as {@link #word} spells it. */
    public static ChromeDataService named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Spelling in routes, the ledger, the database and metrics, such as {@code ads}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name at the beginning of a sentence. */
    public String title() {
        return title;
    }

    /** Name of the setting that holds its address. */
    public String addressSetting() {
        return addressSetting;
    }

    /** Pictures come from where their listings come from: one account, and a rest that one asks for holds for both. */
    public ChromeDataService server() {
        return this == PICTURE ? MEDIA : this;
    }

    /** Whether it checks the form of what it is asked, by a schema. */
    public boolean checksForm() {
        return this == ADS;
    }
}
