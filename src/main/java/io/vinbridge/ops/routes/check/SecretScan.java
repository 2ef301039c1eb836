package io.vinbridge.ops.routes.check;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.ops.routes.sftp.SftpAccounts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Keeps secrets out of routes, which are stored, listed and compared in plain text. */
@Component
public class SecretScan {

    private static final int LONG_ENOUGH = 8;
    private static final List<Pattern> LOOKS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            Pattern.compile("\\bRAW[({]"),
            Pattern.compile("://[^/\\s:@\"']+:[^/\\s@\"']+@"),
            Pattern.compile(
                    "(?i)(password|passwd|secret|api[-_]?key|access[-_]?key|authorization|bearer)[\"']?\\s*[:= ]"
                            + "\\s*[\"']?(?!\\{\\{|\\$\\{)[A-Za-z0-9+/_.~-]{8,}"));

    private final List<String> ours = new ArrayList<>();

    SecretScan(Environment environment, SftpAccounts accounts) {
        ours.addAll(accounts.secrets());
        for (String property : List.of(
                "chromedata.account-number",
                "chromedata.account-secret",
                "chromedata.api-key",
                "chromedata.api-secret",
                "chromedata.media-account-number",
                "chromedata.media-account-secret",
                "vinbridge.admin-key",
                "spring.datasource.password",
                "spring.data.redis.password")) {
            ours.add(environment.getProperty(property, ""));
        }
        String user = URI.create(environment.getProperty("spring.data.redis.url", "redis://localhost"))
                .getUserInfo();
        ours.add(user == null ? "" : user.substring(user.indexOf(':') + 1));
        ours.removeIf(secret -> secret.length() < LONG_ENOUGH);
    }

    /**
     * Judges a text.
     *
     * @throws SecretFound if there is one in it
     */
    void check(String text) {
        if (ours.stream().anyMatch(text::contains)) {
            throw new SecretFound("it has a secret of this service in it");
        }
        if (LOOKS.stream().anyMatch(look -> look.matcher(text).find())) {
            throw new SecretFound("it has what looks like a password or a key in it");
        }
    }

    /** The text must not be kept. */
    public static final class SecretFound extends Failure {

        SecretFound(String what) {
            super(Reason.INVALID_ROUTE, what + "; what routes must not show is a setting of the service");
        }
    }
}
