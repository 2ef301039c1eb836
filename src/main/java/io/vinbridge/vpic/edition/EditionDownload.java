package io.vinbridge.vpic.edition;

import io.vinbridge.failures.Reason;
import io.vinbridge.failures.TransientFailure;
import io.vinbridge.vpic.dump.ImportProgress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Download of NHTSA's monthly publication, the newest that there is. What is in use already is not fetched again. */
@Component
public class EditionDownload {

    private static final Logger LOG = LoggerFactory.getLogger(EditionDownload.class);
    private static final String MONTH = "YYYY_MM";
    private static final DateTimeFormatter MONTHS = DateTimeFormatter.ofPattern("yyyy_MM");

    /** NHTSA keeps about eight months. */
    private static final int MONTHS_BACK = 8;

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Editions editions;
    private final VpicSettings settings;

    EditionDownload(Editions editions, VpicSettings settings) {
        this.editions = editions;
        this.settings = settings;
    }

    /** Fetches and imports; does nothing where no address is set, or the newest is in use. */
    public void fetchNewest() {
        if (settings.url() == null || settings.url().isBlank()) {
            LOG.info("No address of NHTSA's data is set (vinbridge.vpic.url), so none is fetched");
            return;
        }
        Edition inUse = editions.standing().inUse();
        boolean monthly = settings.url().contains(MONTH);
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        for (int back = 0; back < (monthly ? MONTHS_BACK : 1); back++) {
            String name = month.minusMonths(back).format(MONTHS);
            if (monthly && inUse != null && inUse.name().equals(name)) {
                return;
            }
            if (fetch(URI.create(settings.url().replace(MONTH, name)))) {
                return;
            }
        }
        LOG.warn("There is no publication of NHTSA at {}", settings.url());
    }

    /** False where there is none at the address. */
    private boolean fetch(URI address) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            Path file = Files.createTempFile("vinbridge-vpic", null);
            try {
                HttpResponse<Path> answer = client.send(
                        HttpRequest.newBuilder(address).timeout(LONGEST).build(),
                        HttpResponse.BodyHandlers.ofFile(file));
                return used(answer, address);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw unavailable("NHTSA's data cannot be fetched from " + address.getHost() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The fetch of NHTSA's data was interrupted", e);
        }
    }

    private static TransientFailure unavailable(String message, Exception cause) {
        return new TransientFailure(Reason.UPSTREAM_UNAVAILABLE, message, null, cause);
    }

    private boolean used(HttpResponse<Path> answer, URI address) throws IOException {
        if (answer.statusCode() == 404 || answer.statusCode() == 403) {
            return false;
        }
        if (answer.statusCode() != 200) {
            throw new IOException("it answers " + answer.statusCode());
        }
        try (InputStream in = Files.newInputStream(answer.body())) {
            Edition edition = editions.load(in, address.toString(), false, ImportProgress.NONE);
            LOG.info("NHTSA's data, edition {}, is in use: {} patterns", edition.name(), edition.patterns());
        }
        return true;
    }
}
