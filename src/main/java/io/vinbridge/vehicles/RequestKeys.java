package io.vinbridge.vehicles;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.DescribingService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/**
 * Request keys of everything that can be asked; a VIN is asked under its pattern (squish VIN). The service with its
 * version or profile, the locale and the request's switches are part of each, so that another setting never finds an
 * answer to another question, and answers of both services stand side by side.
 */
@Component
public class RequestKeys {

    private static final String STYLE = ":style:";
    private static final String MODEL = ":model:";
    private static final String OF_CVD = "cvd-";

    private final DescribingService usual;
    private final Map<DescribingService, String> prefixes = new EnumMap<>(DescribingService.class);
    private final List<String> current;
    private final boolean shared;

    RequestKeys(Account account, ApiAccount api, ChromeDataSettings settings) {
        this.usual = account.service();
        this.shared = !settings.buildData();
        String locale = account.country() + ":" + account.language();
        if (account.complete() || usual == DescribingService.ADS) {
            prefixes.put(DescribingService.ADS, account.version() + ":" + locale + ":" + fingerprint(settings));
        }
        if (api.complete() || usual == DescribingService.CVD) {
            String profile = URLEncoder.encode(api.profile(), StandardCharsets.UTF_8);
            prefixes.put(DescribingService.CVD, OF_CVD + profile + ":" + locale + ":all");
        }
        this.current = prefixes.values().stream()
                .map(prefix -> "describe:" + prefix + ":")
                .toList();
    }

    /**
     * The key under which a VIN is described by the usual service: its pattern's, or its own where the account sees
     * build data.
     */
    public String describing(Vin vin) {
        return describing(usual, vin);
    }

    /** The same by one of the services, for which there is an account. */
    public String describing(DescribingService service, Vin vin) {
        return shared ? prefix(service) + vin.pattern() : alone(service, vin);
    }

    /** The key of one VIN alone with the usual service. */
    public String alone(Vin vin) {
        return alone(usual, vin);
    }

    /** The same with one of the services. */
    public String alone(DescribingService service, Vin vin) {
        return prefix(service) + "vin:" + vin.value();
    }

    /** The key of a style. */
    public String style(int styleId) {
        return stylePrefix() + styleId;
    }

    /**
     * Parts that keys of these settings have after their first word, parted by blanks: one for each service that can be
     * asked.
     */
    public String settings() {
        return Stream.concat(
                        Stream.of(prefixes.get(usual)),
                        prefixes.values().stream().filter(prefix -> !prefix.equals(prefixes.get(usual))))
                .collect(Collectors.joining(" "));
    }

    /**
     * True if a description's key is of the settings as they are now: another is about an answer to another question.
     */
    public boolean current(String key) {
        return current.stream().anyMatch(key::startsWith);
    }

    /** The key of what is asked for by words. */
    public String model(ModelDesignation designation) {
        return modelPrefix() + designation.text();
    }

    /** The service that a key of a description or a list asks. */
    public static DescribingService serviceOf(String key) {
        return key.startsWith(OF_CVD, key.indexOf(':') + 1) ? DescribingService.CVD : DescribingService.ADS;
    }

    /** The number of the style that a key describes; empty for keys of VINs. */
    public static OptionalInt styleOf(String key) {
        int at = key.lastIndexOf(STYLE);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(key.substring(at + STYLE.length())));
    }

    /** The words that a key describes; empty for keys of styles and VINs. */
    public static Optional<ModelDesignation> modelOf(String key) {
        int at = key.lastIndexOf(MODEL);
        return at < 0 ? Optional.empty() : Optional.of(ModelDesignation.of(key.substring(at + MODEL.length())));
    }

    /** Prefix of a style's key; its number follows. */
    public String stylePrefix() {
        return "describe:" + prefixes.get(usual) + STYLE;
    }

    /** Prefix of a key of words; the designation follows. */
    public String modelPrefix() {
        return "describe:" + prefixes.get(usual) + MODEL;
    }

    /** Prefix of all keys of descriptions by the usual service. */
    public String describing() {
        return prefix(usual);
    }

    /** The key of a list in the catalogue, such as {@code divisions:2024}. */
    public String catalog(String list) {
        return "catalog:" + prefixes.get(usual) + ":" + list;
    }

    private String prefix(DescribingService service) {
        return "describe:" + prefixes.get(service) + ":";
    }

    private static String fingerprint(ChromeDataSettings settings) {
        CRC32 crc = new CRC32();
        settings.switches().stream()
                .sorted()
                .forEach(name -> crc.update((name + ",").getBytes(StandardCharsets.UTF_8)));
        return "%08x".formatted(crc.getValue());
    }
}
