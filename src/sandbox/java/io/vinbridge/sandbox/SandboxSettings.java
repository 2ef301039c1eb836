package io.vinbridge.sandbox;

import io.vinbridge.sandbox.ads.Extent;
import io.vinbridge.sandbox.ads.sections.GalleryLicence;
import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.cvd.KeyPair;
import io.vinbridge.sandbox.desk.Account;
import io.vinbridge.sandbox.desk.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Settings of a sandbox, made before it starts; everything has a default. Each setter gives the settings back. */
public final class SandboxSettings {
    /** Some nine hundred full descriptions, as rendered. */
    private static final long CACHE_BYTES = 64L * 1024 * 1024;

    private int port;
    private String accountNumber = "sandbox";
    private String accountSecret = "sandbox";
    private String apiKey = "sandbox-key";
    private String apiSecret = "sandbox-secret";
    private Set<String> profiles = Set.of("CVDStandard", "CVDPremium", "CVDPremiumPlus");
    private Set<Country> countries = EnumSet.allOf(Country.class);
    private final Map<Refusal, String> refusals = new EnumMap<>(Refusal.class);
    private double fullness = 1;
    private GalleryLicence galleryLicence = GalleryLicence.NONE;
    private Duration pictureLifetime = Duration.ofDays(1);
    private int recentRequests = 200;
    private Clock clock = Clock.systemUTC();

    /** The port on the loopback address; 0, as usual, for any free one. */
    public SandboxSettings port(int number) {
        this.port = number;
        return this;
    }

    /** The one account that exists; usually {@code sandbox} with the secret {@code sandbox}. */
    public SandboxSettings account(String number, String secret) {
        this.accountNumber = number;
        this.accountSecret = secret;
        return this;
    }

    /** The one key pair that signs calls of CVD and VSS; usually {@code sandbox-key} and {@code sandbox-secret}. */
    public SandboxSettings keyPair(String key, String secret) {
        this.apiKey = key;
        this.apiSecret = secret;
        return this;
    }

    /** The profiles that the key pair may ask by. */
    public SandboxSettings profiles(Set<String> allowed) {
        this.profiles = Set.copyOf(allowed);
        return this;
    }

    /** The countries that the account may ask for; usually both. */
    public SandboxSettings countries(Set<Country> licensed) {
        this.countries = EnumSet.copyOf(licensed);
        return this;
    }

    /** Text of the refusal for that reason. */
    public SandboxSettings refusal(Refusal why, String text) {
        refusals.put(why, text);
        return this;
    }

    /** Amount of equipment of a description: 1.0 makes a full answer 70 KB, 0.2 about 25 KB, 3.0 about 180 KB. */
    public SandboxSettings fullness(double share) {
        this.fullness = share;
        return this;
    }

    /** Pictures that descriptions have in them; usually none, as in the replies that were recorded. */
    public SandboxSettings galleryLicence(GalleryLicence licence) {
        this.galleryLicence = licence;
        return this;
    }

    /** Lifetime of a picture's address; usually a day. */
    public SandboxSettings pictureLifetime(Duration lifetime) {
        this.pictureLifetime = lifetime;
        return this;
    }

    /** Number of requests that the ledger keeps as they came; usually 200. */
    public SandboxSettings recentRequests(int count) {
        this.recentRequests = count;
        return this;
    }

    /** The clock that the newest model year and the age of picture addresses are told by. */
    public SandboxSettings clock(Clock other) {
        this.clock = other;
        return this;
    }

    int port() {
        return port;
    }

    Account account() {
        return new Account(accountNumber, accountSecret, Set.copyOf(countries), Map.copyOf(refusals));
    }

    KeyPair keyPair() {
        return new KeyPair(apiKey, apiSecret, profiles);
    }

    Extent extent() {
        return new Extent(fullness, galleryLicence, CACHE_BYTES);
    }

    Duration pictureLifetime() {
        return pictureLifetime;
    }

    int recentRequests() {
        return recentRequests;
    }

    Clock clock() {
        return clock;
    }
}
