package io.vinbridge.api.stock;

import io.vinbridge.api.http.connection.BodyCondition;
import io.vinbridge.stock.dealers.Dealers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Condition of stock files: there is a dealer whose they are. Of another a gigabyte would be received in vain. */
@Component
class DealerCondition implements BodyCondition {

    private static final Pattern STOCK = Pattern.compile("/api/v1/stock/([A-Za-z0-9._-]+)");

    private final Dealers dealers;

    DealerCondition(Dealers dealers) {
        this.dealers = dealers;
    }

    @Override
    public boolean wanted(String method, String path) {
        Matcher stock = STOCK.matcher(path);
        return !method.equals("POST")
                || !path.startsWith("/api/v1/stock/")
                || (stock.matches() && dealers.find(stock.group(1)).isPresent());
    }
}
