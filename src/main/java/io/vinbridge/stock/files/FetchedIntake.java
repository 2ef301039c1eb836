package io.vinbridge.stock.files;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.dealers.Dealers;
import io.vinbridge.stock.files.StockIntake.Sent;
import io.vinbridge.tracing.Correlation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.apache.camel.component.file.FileConstants;
import org.springframework.stereotype.Component;

/** Intake of stock files that an operator's route fetches. Its variables say whose they are, and whether whole. */
@Component
class FetchedIntake {

    private final StockIntake intake;
    private final Dealers dealers;

    FetchedIntake(StockIntake intake, Dealers dealers) {
        this.intake = intake;
        this.dealers = dealers;
    }

    /**
     * Takes one in, as of when its source last changed it; nothing where there was no file to fetch.
     *
     * @param dealer its code
     * @param mode {@code whole} or {@code part}; null is a part
     */
    void take(
            @Body InputStream content,
            @Variable("dealer") String dealer,
            @Variable("mode") String mode,
            @Header("Last-Modified") String modified,
            @Header(FileConstants.FILE_LAST_MODIFIED) Long changed)
            throws IOException {
        if (dealer == null || (mode != null && !List.of("whole", "part").contains(mode))) {
            throw new Failure(
                    Reason.INVALID_ROUTE,
                    "Before direct:stock.receive a route sets the variables dealer, a code, and mode, whole or part");
        }
        Dealer whose = dealers.get(dealer);
        if (content == null) {
            return;
        }
        Instant said = changed == null ? time(modified) : Instant.ofEpochMilli(changed);
        Path file = Files.createTempFile("vinbridge-fetched", null);
        try (content) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            intake.take(
                    whose, new Sent(file, "whole".equals(mode), false, false, null, said, "route", Correlation.id()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A server's time that is none is no reason to lose the file. */
    private static Instant time(String modified) {
        try {
            return modified == null
                    ? null
                    : ZonedDateTime.parse(modified, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
