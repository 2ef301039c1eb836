package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.stock.files.StockFolderRights;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the folder of stock files: whether the service's user may read it, and move what it has taken. */
@Component("stockFolderHealthIndicator")
class StockFolderHealth implements HealthIndicator {

    private final StockFolderRights rights;

    StockFolderHealth(StockFolderRights rights) {
        this.rights = rights;
    }

    @Override
    public Health health() {
        return rights.trouble()
                .map(
                        what -> DegradedHealth.because(
                                "stock-folder-forbidden",
                                what + ". The folder is set by VINBRIDGE_STOCK_FOLDER",
                                "Let the service's user read and write its folders, and read its files; they are taken by themselves then"))
                .orElseGet(() -> Health.up().build());
    }
}
