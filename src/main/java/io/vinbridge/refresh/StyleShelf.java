package io.vinbridge.refresh;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.failures.database.DatabaseUnavailable;
import io.vinbridge.vehicles.Descriptions;
import io.vinbridge.vehicles.LastServed;
import io.vinbridge.vehicles.StoredStyle;
import java.util.List;
import org.springframework.stereotype.Component;

/** Styles by the vendor's number. */
@Component
class StyleShelf implements Renewable<Integer, StoredStyle> {

    private final Descriptions descriptions;
    private final LastServed lastServed;
    private final Asks asks;
    private final Serving serving;
    private final RefreshSettings settings;

    StyleShelf(Descriptions descriptions, LastServed lastServed, Asks asks, Serving serving, RefreshSettings settings) {
        this.descriptions = descriptions;
        this.lastServed = lastServed;
        this.asks = asks;
        this.serving = serving;
        this.settings = settings;
    }

    @Override
    public StoredStyle find(Integer styleId) {
        try {
            return stored(styleId);
        } catch (DatabaseUnavailable e) {
            return lastServed.style(styleId).orElseThrow(() -> e);
        }
    }

    private StoredStyle stored(Integer styleId) {
        StoredStyle style = descriptions.style(styleId).orElse(null);
        if (style != null && style.look().notCarried()) {
            throw new Failure(Reason.NOT_CARRIED, "ChromeData does not carry style " + styleId);
        }
        return style == null || style.document() == null ? null : serving.style(style);
    }

    @Override
    public Wanted renewed(Integer styleId) {
        return new Wanted(List.of(asks.forcedStyle(styleId)), settings.patience());
    }

    @Override
    public Wanted wanted(Integer styleId) {
        return new Wanted(List.of(asks.style(styleId)), settings.patience());
    }
}
