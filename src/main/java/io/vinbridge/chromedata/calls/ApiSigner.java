package io.vinbridge.chromedata.calls;

import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.cvd.Signature;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Headers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Signs each attempt of a call of CVD or VSS anew. */
@Component
class ApiSigner {

    private final ApiAccount account;
    private final Clock clock;

    @Autowired
    ApiSigner(ApiAccount account) {
        this(account, Clock.systemUTC());
    }

    ApiSigner(ApiAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    /** The date that is sent is the one that is signed. */
    void sign(@Headers Map<String, Object> headers) {
        Signature signature = Signature.of(account, clock.instant());
        headers.put(signature.header(), signature.value());
        if (signature.date() != null) {
            headers.put("Date", signature.date());
        }
    }
}
