package io.vinbridge.ops.startup;

import io.vinbridge.chromedata.Account;
import io.vinbridge.vpic.edition.VpicSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Notice at the start that NHTSA's data answers in ChromeData's place, so that no lost secret turns into that unseen.
 */
@Component
class FallbackNotice implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(FallbackNotice.class);

    private final Account account;
    private final VpicSettings settings;

    FallbackNotice(Account account, VpicSettings settings) {
        this.account = account;
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (!account.asks()) {
            LOG.warn("There is no ChromeData account: this node answers from NHTSA's data (vPIC) alone,"
                    + " because VINBRIDGE_VPIC_FALLBACK is serve");
        } else if (settings.serves()) {
            LOG.info("What ChromeData does not carry, or cannot be asked for, is answered from NHTSA's data (vPIC),"
                    + " because VINBRIDGE_VPIC_FALLBACK is serve");
        }
    }
}
