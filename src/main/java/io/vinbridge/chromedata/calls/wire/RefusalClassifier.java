package io.vinbridge.chromedata.calls.wire;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.chromedata.refusals.UpstreamRefused.About;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells by its text what a refusal is about. The vendor documents no codes, so the patterns are settings. */
@Component
public class RefusalClassifier {

    private static final int LONGEST_TEXT = 500;

    private final List<String> secrets;
    private final ChromeDataSettings settings;

    public RefusalClassifier(Account account, ApiAccount api, ChromeDataSettings settings) {
        this.secrets = Stream.of(
                        account.accountSecret(),
                        account.mediaAccountSecret(),
                        api.apiSecret(),
                        account.accountNumber(),
                        account.mediaAccountNumber(),
                        api.apiKey())
                .filter(secret -> !secret.isEmpty())
                .toList();
        this.settings = settings;
    }

    /**
     * The refusal with its text kept, but for the accounts' numbers, keys and secrets, which a service may well repeat.
     */
    public UpstreamRefused refused(String text, About otherwise) {
        return new UpstreamRefused(about(text, otherwise), shown(text));
    }

    /** Redacts and shortens a service's text. It is cut last: a secret cut in two would not be found. */
    public String shown(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
        }
        return shown.length() > LONGEST_TEXT ? shown.substring(0, LONGEST_TEXT) : shown;
    }

    private About about(String text, About otherwise) {
        if (any(settings.quota(), text)) {
            return About.QUOTA;
        }
        if (any(settings.profiles(), text)) {
            return About.PROFILE;
        }
        if (any(settings.entitlement(), text)) {
            return About.ENTITLEMENT;
        }
        return any(settings.credentials(), text) ? About.CREDENTIALS : otherwise;
    }

    private static boolean any(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
