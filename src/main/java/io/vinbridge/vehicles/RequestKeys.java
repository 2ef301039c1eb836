package io.vinbridge.vehicles;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.ChromeDataSettings;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/**
 * Request keys of everything that can be asked of ADS; a VIN is asked under its pattern (squish VIN). Service version, locale and
 * request switches are part of each, so that another setting never finds an answer to another question.
 */
@Component
public class RequestKeys {

    private static final String STYLE = ":style:";

    private final String prefix;
    private final String describing;
    private final boolean shared;

    RequestKeys(Account account, ChromeDataSettings settings) {
        this.prefix = String.join(":", account.version(), account.country(), account.language(), fingerprint(settings));
        this.describing = "describe:" + prefix + ":";
        this.shared = !settings.buildData();
    }

    /** The key under which a VIN is described: its pattern's, or its own where the account sees build data. */
    public String describing(Vin vin) {
        return shared ? describing + vin.pattern() : alone(vin);
    }

    /** The key of one VIN alone. */
    public String alone(Vin vin) {
        return describing + "vin:" + vin.value();
    }

    /** The key of a style. */
    public String style(int styleId) {
        return stylePrefix() + styleId;
    }

    /** Part that all keys of these settings have after their first word. */
    public String settings() {
        return prefix;
    }

    /** True if a description's key is of the settings as they are now: another is about an answer to another question. */
    public boolean current(String key) {
        return key.startsWith(describing);
    }

    /** The number of the style that a key describes; empty for keys of VINs. */
    public static OptionalInt styleOf(String key) {
        int at = key.lastIndexOf(STYLE);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(key.substring(at + STYLE.length())));
    }

    /** Prefix of a style's key; its number follows. */
    public String stylePrefix() {
        return "describe:" + prefix + STYLE;
    }

    /** The key of a list in the catalogue, such as {@code divisions:2024}. */
    public String catalog(String list) {
        return "catalog:" + prefix + ":" + list;
    }

    private static String fingerprint(ChromeDataSettings settings) {
        CRC32 crc = new CRC32();
        settings.switches().stream()
                .sorted()
                .forEach(name -> crc.update((name + ",").getBytes(StandardCharsets.UTF_8)));
        return "%08x".formatted(crc.getValue());
    }
}
