package io.vinbridge.stock.files;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.stock.StockSettings;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.dealers.Dealers;
import io.vinbridge.stock.files.StockIntake.Sent;
import io.vinbridge.tracing.Correlation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Intake of files that lie in the watched folder: whose they are, and whether they are whole, the folders they lie in
 * say.
 */
@Component
class FolderIntake {

    private static final Logger LOG = LoggerFactory.getLogger(FolderIntake.class);
    private static final String WHOLE = "whole";

    private final StockIntake intake;
    private final Dealers dealers;
    private final StockSettings settings;

    FolderIntake(StockIntake intake, Dealers dealers, StockSettings settings) {
        this.intake = intake;
        this.dealers = dealers;
        this.settings = settings;
    }

    void take(@Body File file) throws IOException {
        Path within = Path.of(settings.folder())
                .toAbsolutePath()
                .relativize(file.toPath().toAbsolutePath());
        try {
            boolean whole =
                    within.getNameCount() == 3 && within.getName(1).toString().equals(WHOLE);
            if (!whole && within.getNameCount() != 2) {
                throw new Failure(
                        Reason.INVALID_REQUEST, "A stock file lies in DEALER/ or, if it is whole, in DEALER/whole/");
            }
            take(dealers.get(within.getName(0).toString()), file.toPath(), whole);
        } catch (Failure e) {
            LOG.warn("The file {} in the folder of stock files is refused: {}", within, e.getMessage());
            throw e;
        }
    }

    private void take(Dealer dealer, Path file, boolean whole) throws IOException {
        intake.take(
                dealer,
                new Sent(
                        file,
                        whole,
                        false,
                        false,
                        null,
                        Files.getLastModifiedTime(file).toInstant(),
                        "folder",
                        Correlation.id()));
    }
}
