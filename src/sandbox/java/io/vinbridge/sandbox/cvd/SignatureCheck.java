package io.vinbridge.sandbox.cvd;

import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;
import io.vinbridge.sandbox.text.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Check of a request's signature by both schemes (ChromeData on the wire, 3.2 and 3.3), as strict as a gateway. */
final class SignatureCheck {
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);
    private static final int REMEMBERED = 100_000;
    private static final Pattern TOKEN =
            Pattern.compile("Signature keyId=\"([^\"]*)\",algorithm=\"hmac-sha1\",signature=\"([^\"]*)\"");
    private static final Pattern PART = Pattern.compile("([a-z_]+)=\"?([^\",]*)\"?,?\\s*");

    private final KeyPair pair;
    private final Clock clock;
    private final Set<String> seen = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    SignatureCheck(KeyPair pair, Clock clock) {
        this.pair = pair;
        this.clock = clock;
    }

    /** The refusal of a request that is not signed rightly, or by a profile that the key may not use. */
    Optional<Reply> refusal(Request request) {
        Optional<String> token = request.header("Authtoken");
        Optional<String> atmosphere = request.header("Authorization");
        if (token.isEmpty() && atmosphere.isEmpty()) {
            return Optional.of(error(401, "Invalid Request. No security header."));
        }
        Optional<Reply> refused = token.isPresent()
                ? ofToken(token.get(), request.header("Date").orElse(""))
                : ofAtmosphere(atmosphere.get());
        String profile = request.query().getOrDefault("profileKey", "");
        boolean forbidden = !profile.isEmpty() && !pair.profiles().contains(profile);
        return refused.isEmpty() && forbidden ? Optional.of(error(403, "The requested profile is forbidden")) : refused;
    }

    private Optional<Reply> ofToken(String token, String date) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.of(error(400, "Authorization field missing, malformed or invalid"));
        }
        boolean right = parts.group(1).equals(pair.key())
                && Request.decoded(parts.group(2)).equals(signed(date))
                && !parts.group(2).contains("/")
                && recent(date);
        return right ? Optional.empty() : Optional.of(error(401, "Authorization field is not valid"));
    }

    private Optional<Reply> ofAtmosphere(String header) {
        if (!header.startsWith("Atmosphere ")) {
            return Optional.of(error(400, "Authorization field missing, malformed or invalid"));
        }
        Map<String, String> parts = new HashMap<>();
        Matcher part = PART.matcher(header.substring("Atmosphere ".length()));
        while (part.find()) {
            parts.put(part.group(1), part.group(2));
        }
        String nonce = parts.getOrDefault("chromedata_nonce", "");
        String timestamp = parts.getOrDefault("chromedata_timestamp", "0");
        boolean right = parts.getOrDefault("chromedata_app_id", "").equals(pair.key())
                && parts.containsKey("realm")
                && timestamp.matches("\\d{1,18}")
                && recent(Instant.ofEpochMilli(Long.parseLong(timestamp)))
                && Request.decoded(parts.getOrDefault("chromedata_secret_digest", ""))
                        .equals(digest(nonce + timestamp + pair.secret()))
                && !nonce.isEmpty()
                && seen.add(nonce);
        return right ? Optional.empty() : Optional.of(error(440, "Login timeout"));
    }

    private boolean recent(String date) {
        try {
            return recent(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean recent(Instant at) {
        return Duration.between(at, clock.instant()).abs().compareTo(LARGEST_SKEW) <= 0;
    }

    private String signed(String date) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(pair.secret().getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(("date: " + date).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(sha);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reply error(int status, String text) {
        return Reply.of(status, "application/json;charset=utf-8", Json.write(Map.of("error", text)));
    }
}
