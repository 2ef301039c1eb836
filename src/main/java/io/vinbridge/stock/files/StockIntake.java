package io.vinbridge.stock.files;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.stock.StockSettings;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.lines.StockColumns;
import io.vinbridge.stock.reading.BrokenFile;
import io.vinbridge.stock.reading.SourceLine;
import io.vinbridge.stock.reading.SourceTable;
import io.vinbridge.stock.reading.StockContent;
import io.vinbridge.vehicles.InvalidVin;
import io.vinbridge.vehicles.WrittenVin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Intake of stock files: what is a table with VINs is stored, whole, before its sender is told that it is accepted. */
@Component
public class StockIntake {

    private static final int LOOKED_AT = 50;

    private static final String INSERT = """
            INSERT INTO stock_files (id, dealer, mode, new_ending, again, state, sha256, bytes, charset, said_at, caller, correlation_id)
            VALUES (:id, :dealer, :mode, :newEnding, :again, 'received', decode(:sha256, 'hex'), :bytes, :charset,
                least(now(), coalesce(:saidAt::timestamptz, now())), :caller, :correlationId)
            RETURNING number
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final StockParts parts;
    private final StockColumns columns;
    private final StockProfiles profiles;
    private final StockSettings settings;

    StockIntake(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            StockParts parts,
            StockColumns columns,
            StockProfiles profiles,
            StockSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.parts = parts;
        this.columns = columns;
        this.profiles = profiles;
        this.settings = settings;
    }

    /**
     * File that somebody sends.
     *
     * @param whole whether what is missing in it is gone
     * @param newEnding whether it may lack what the last one had at its end, as those that follow may
     * @param again whether it is read though the same one was before, as after a change of its columns or profile
     * @param charset the character set that its sender names; null where none is named
     * @param saidAt as of when it speaks; null where nobody says: then as of now
     */
    public record Sent(
            Path content,
            boolean whole,
            boolean newEnding,
            boolean again,
            Charset charset,
            Instant saidAt,
            String caller,
            String correlationId) {}

    /**
     * Takes a file in, and returns its id. It is worked on later.
     *
     * @throws Failure if it is no table, or one in which no VIN can be found; it says what it looks like
     */
    public UUID take(Dealer dealer, Sent sent) {
        check(dealer, sent.content(), sent.charset());
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            long number = jdbc.sql(INSERT)
                    .param("id", id)
                    .param("dealer", dealer.code())
                    .param("mode", sent.whole() ? "whole" : "part")
                    .param("newEnding", sent.newEnding())
                    .param("again", sent.again())
                    .param("sha256", sha256(sent.content()))
                    .param("bytes", sent.content().toFile().length())
                    .param(
                            "charset",
                            sent.charset() == null ? null : sent.charset().name())
                    .param(
                            "saidAt",
                            sent.saidAt() == null ? null : sent.saidAt().toString())
                    .param("caller", sent.caller())
                    .param("correlationId", sent.correlationId())
                    .query(Long.class)
                    .single();
            parts.store(number, sent.content());
        });
        return id;
    }

    private static String sha256(Path content) {
        try (InputStream in = Files.newInputStream(content)) {
            return DigestUtils.sha256Hex(in);
        } catch (IOException e) {
            throw new UncheckedIOException("a stock file cannot be read", e);
        }
    }

    /**
     * Looks at the first lines. A profile may find VINs where nobody else does.
     *
     * @throws Failure if it is no table, or has no VIN
     */
    void check(Dealer dealer, Path content, Charset charset) {
        try (SourceTable table = open(content, charset)) {
            SourceLine line = table.next();
            boolean found = line == null && hasColumn(table.columns());
            List<String> names = line == null ? table.columns() : line.names();
            TreeMap<Integer, Integer> likely = new TreeMap<>();
            for (int i = 0; line != null && i < LOOKED_AT && !found; i++) {
                found = hasColumn(line.names());
                likely(line, likely);
                line = table.next();
            }
            if (!found && profiles.of(dealer.code()) == null) {
                throw without(table, names, likely);
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw noText(charset);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a stock file cannot be read", e);
        }
    }

    /** What is no text in the character set that its sender names; null where none is named. */
    static BrokenFile noText(Charset charset) {
        return new BrokenFile("It is no text in " + (charset == null ? "UTF-8 or windows-1252" : charset));
    }

    SourceTable open(Path content, Charset charset) throws IOException {
        return StockContent.open(content, charset, settings.largest().toBytes(), columns::isVin);
    }

    private boolean hasColumn(List<String> names) {
        return names.stream().anyMatch(columns::isVin);
    }

    private static void likely(SourceLine line, Map<Integer, Integer> likely) {
        for (int i = 0; i < line.cells().size(); i++) {
            try {
                WrittenVin.read(line.cells().get(i));
                likely.merge(i, 1, Integer::sum);
            } catch (InvalidVin e) {
                // Most cells are none.
            }
        }
    }

    private static Failure without(SourceTable table, List<String> names, Map<Integer, Integer> likely) {
        String which = likely.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .filter(column -> column.getKey() < names.size())
                .map(column -> "; VINs stand in the column " + names.get(column.getKey())
                        + ", which VINBRIDGE_STOCK_COLUMNS_VIN may name")
                .orElse("; name the column VIN, or add a profile for the dealer");
        return new Failure(Reason.INVALID_REQUEST, "No VIN is in the file: " + table.outline() + which);
    }
}
