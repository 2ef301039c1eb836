package io.vinbridge.sandbox.cvd;

import java.util.Set;

/** The one key pair that signs calls of both services, and the profiles that it may ask by. */
public record KeyPair(String key, String secret, Set<String> profiles) {

    /** Profile that answers with the factory's record of a vehicle, where there is one. */
    static final String WITH_BUILD_DATA = "CVDPremiumPlus";
}
