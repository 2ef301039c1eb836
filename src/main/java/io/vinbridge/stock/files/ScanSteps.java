package io.vinbridge.stock.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vinbridge.events.EventSettings;
import io.vinbridge.stock.StockSettings;
import io.vinbridge.stock.dealers.Dealers;
import io.vinbridge.stock.lines.LineMapper;
import io.vinbridge.stock.lines.StockColumns;
import io.vinbridge.stock.lines.StockLine;
import io.vinbridge.stock.reading.BrokenFile;
import io.vinbridge.stock.reading.SourceLine;
import io.vinbridge.stock.store.StagedLines;
import io.vinbridge.stock.store.StockFile;
import io.vinbridge.stock.store.StockFileState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Steps of reading a file: open it, map its lines, and say why where it cannot be read. */
@Component
class ScanSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ScanSteps.class);

    private final StockParts parts;
    private final StockIntake intake;
    private final StockClaims claims;
    private final StagedLines staged;
    private final Dealers dealers;
    private final StockProfiles profiles;
    private final StockColumns columns;
    private final EventSettings events;
    private final StockSettings settings;
    private final ObjectMapper json;
    private final CamelContext context;

    ScanSteps(
            StockParts parts,
            StockIntake intake,
            StockClaims claims,
            StagedLines staged,
            Dealers dealers,
            StockProfiles profiles,
            StockColumns columns,
            EventSettings events,
            StockSettings settings,
            ObjectMapper json,
            CamelContext context) {
        this.parts = parts;
        this.intake = intake;
        this.claims = claims;
        this.staged = staged;
        this.dealers = dealers;
        this.profiles = profiles;
        this.columns = columns;
        this.events = events;
        this.settings = settings;
        this.json = json;
        this.context = context;
    }

    /** Begins anew: what a node that ended had staged is nothing that anybody has seen. */
    StockScan open(@Body StockFile file) throws IOException {
        staged.forget(file);
        Path content = Files.createTempFile("vinbridge-stock", null);
        try {
            parts.fetch(file.number(), content);
            var dealer = dealers.get(file.dealer());
            return new StockScan(
                    file,
                    dealer,
                    content,
                    intake.open(content, charset(file)),
                    new LineMapper(columns, events, dealer),
                    profiles.of(file.dealer()),
                    settings,
                    context::isStopping);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(content);
            throw e;
        }
    }

    List<StockLine> byColumns(@Body List<SourceLine> lines, @Variable("scan") StockScan scan) {
        return lines.stream().map(scan.mapper()::ofColumns).toList();
    }

    /** The route of the dealer's profile; null where there is none. */
    String profile(@Variable("scan") StockScan scan) {
        return scan.profile();
    }

    String forProfile(@Body List<SourceLine> lines) {
        return StockProfiles.trees(lines).toString();
    }

    /** What a profile made of them; it must leave as many as it was given. */
    List<StockLine> byProfile(
            @Body Object mapped, @Variable("lines") List<SourceLine> lines, @Variable("scan") StockScan scan)
            throws IOException {
        JsonNode tree = mapped instanceof String text ? json.readTree(text) : json.valueToTree(mapped);
        if (!(tree instanceof ArrayNode all) || all.size() != lines.size()) {
            throw new BrokenFile("The profile " + scan.profile() + " makes "
                    + (tree.isArray() ? tree.size() + " lines" : "no list") + " of " + lines.size()
                    + " lines; it must leave one for each, and null for one that is none");
        }
        List<StockLine> statements = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            statements.add(scan.mapper().ofProfile(lines.get(i), tree.get(i)));
        }
        return statements;
    }

    void close(@Variable("scan") StockScan scan) throws IOException {
        if (scan != null) {
            scan.close();
        }
    }

    private static Charset charset(StockFile file) {
        return file.charset() == null ? null : Charset.forName(file.charset());
    }

    /** A broken file is refused whole. */
    void failed(@Variable("file") StockFile file, Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenFile broken) {
                claims.settle(file, StockFileState.REFUSED, "broken", broken.getMessage());
                staged.forget(file);
                return;
            }
            if (cause instanceof CharacterCodingException) {
                claims.settle(
                        file,
                        StockFileState.REFUSED,
                        "broken",
                        StockIntake.noText(charset(file)).getMessage());
                staged.forget(file);
                return;
            }
        }
        if (context.isStopping()) {
            claims.handBack(file);
            return;
        }
        LOG.warn(
                "Work on the stock file {} of the dealer {} failed, and is begun again later: {}",
                file.id(),
                file.dealer(),
                String.valueOf(failure));
        if (failure instanceof UncheckedIOException io) {
            throw io;
        }
    }
}
