package io.vinbridge.stock.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.events.EventSettings;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.lines.LineMapper;
import io.vinbridge.stock.lines.StockColumns;
import io.vinbridge.stock.lines.StockLine;
import io.vinbridge.stock.reading.SourceLine;
import io.vinbridge.stock.reading.SourceTable;
import io.vinbridge.stock.store.StockFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.stereotype.Component;

/**
 * Trial of a stock file: what its first lines would be taken for, by the dealer's profile as it runs, and a profile to
 * begin with.
 */
@Component
public class StockTrial {

    private static final int LINES = 20;

    private final StockIntake intake;
    private final StockProfiles profiles;
    private final StockColumns columns;
    private final EventSettings events;
    private final FluentProducerTemplate routes;
    private final ObjectMapper json;

    StockTrial(
            StockIntake intake,
            StockProfiles profiles,
            StockColumns columns,
            EventSettings events,
            FluentProducerTemplate routes,
            ObjectMapper json) {
        this.intake = intake;
        this.profiles = profiles;
        this.columns = columns;
        this.events = events;
        this.routes = routes;
        this.json = json;
    }

    /**
     * Finding of a trial.
     *
     * @param profile the route by which the lines were mapped; null where the names of the columns did that
     */
    public record Found(
            List<StockFile.Column> columns, String profile, List<StockLine> lines, SuggestedProfile suggested) {}

    /**
     * Looks at a file without taking it.
     *
     * @throws Failure if it is no table
     */
    public Found look(Dealer dealer, Path content, Charset charset) {
        try (SourceTable table = intake.open(content, charset)) {
            List<SourceLine> lines = new ArrayList<>();
            for (SourceLine line = table.next(); line != null && lines.size() < LINES; line = table.next()) {
                lines.add(line);
            }
            List<String> names =
                    lines.isEmpty() ? table.columns() : lines.get(0).names();
            String profile = profiles.of(dealer.code());
            return new Found(
                    names.stream()
                            .map(name -> new StockFile.Column(name, columns.of(name)))
                            .toList(),
                    profile,
                    mapped(dealer, profile, lines),
                    SuggestedProfile.of(StockProfiles.id(dealer.code()), dealer.code(), names, columns));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw StockIntake.noText(charset);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a stock file cannot be read", e);
        }
    }

    private List<StockLine> mapped(Dealer dealer, String profile, List<SourceLine> lines) {
        LineMapper mapper = new LineMapper(columns, events, dealer);
        if (profile == null) {
            return lines.stream().map(mapper::ofColumns).toList();
        }
        JsonNode made = run(profile, lines);
        List<StockLine> mapped = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            mapped.add(mapper.ofProfile(lines.get(i), made.get(i)));
        }
        return mapped;
    }

    private JsonNode run(String profile, List<SourceLine> lines) {
        try {
            Object made = routes.withVariable("profile", profile)
                    .withBody(StockProfiles.trees(lines).toString())
                    .to("direct:stock.map")
                    .request(Object.class);
            return made instanceof String text ? json.readTree(text) : json.valueToTree(made);
        } catch (CamelExecutionException | JsonProcessingException e) {
            throw new Failure(
                    Reason.INVALID_REQUEST,
                    "The profile " + profile + " cannot map it: "
                            + (e.getCause() == null
                                    ? e.getMessage()
                                    : e.getCause().getMessage()));
        }
    }
}
