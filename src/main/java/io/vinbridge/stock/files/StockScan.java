package io.vinbridge.stock.files;

import io.vinbridge.stock.StockSettings;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.lines.LineMapper;
import io.vinbridge.stock.lines.StockColumns;
import io.vinbridge.stock.reading.BrokenFile;
import io.vinbridge.stock.reading.SourceLine;
import io.vinbridge.stock.reading.SourceTable;
import io.vinbridge.stock.store.StockCounts;
import io.vinbridge.stock.store.StockFile;
import io.vinbridge.stock.store.StockFile.Column;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;

/** Scan of one file in hand: its lines in parts, and what was found so far. */
final class StockScan implements Iterator<List<SourceLine>>, Closeable {

    private static final int SHOWN = 200;

    private final StockFile file;
    private final Dealer dealer;
    private final Path content;
    private final SourceTable table;
    private final LineMapper mapper;
    private final String profile;
    private final StockSettings settings;
    private final BooleanSupplier stopping;
    private final SeenVins seen = new SeenVins();
    private List<SourceLine> next;
    private List<String> names = List.of();
    private boolean over;
    private boolean failed;
    private long rows;
    private long refused;
    private long repeated;
    private long warnings;

    StockScan(
            StockFile file,
            Dealer dealer,
            Path content,
            SourceTable table,
            LineMapper mapper,
            String profile,
            StockSettings settings,
            BooleanSupplier stopping) {
        this.file = file;
        this.dealer = dealer;
        this.content = content;
        this.table = table;
        this.mapper = mapper;
        this.profile = profile;
        this.settings = settings;
        this.stopping = stopping;
    }

    @Override
    public boolean hasNext() {
        if (failed) {
            return false; // A splitter that gives up asks once more.
        }
        if (next == null) {
            failed = true;
            next = read();
            failed = false;
        }
        return !next.isEmpty();
    }

    @Override
    public List<SourceLine> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<SourceLine> part = next;
        next = null;
        return part;
    }

    private List<SourceLine> read() {
        if (stopping.getAsBoolean()) {
            throw new IllegalStateException("The node stops");
        }
        List<SourceLine> part = new ArrayList<>(settings.batch());
        while (part.size() < settings.batch()) {
            SourceLine line = table.next();
            if (line == null) {
                over = true;
                break;
            }
            part.add(line);
            rows++;
            if (rows == 1) {
                names = line.names();
            }
        }
        if (rows > settings.mostLines()) {
            throw new BrokenFile("It has more than " + settings.mostLines() + " lines");
        }
        return part;
    }

    /** Whether the end of the file has been seen: before that, nothing may be taken for missing. */
    boolean over() {
        return over;
    }

    StockFile file() {
        return file;
    }

    Dealer dealer() {
        return dealer;
    }

    LineMapper mapper() {
        return mapper;
    }

    String profile() {
        return profile;
    }

    SeenVins seen() {
        return seen;
    }

    SourceTable.Ending ending() {
        return table.ending();
    }

    long rows() {
        return rows;
    }

    /** Counts a refused line; true if it is still to be told by itself. */
    boolean refuse() {
        refused++;
        return refused <= settings.mostRefused();
    }

    void repeat() {
        repeated++;
    }

    void warn() {
        warnings++;
    }

    StockCounts counts(long fresh, long changed, long gone, long missing, long before) {
        return new StockCounts(
                rows,
                seen.size() - fresh - changed,
                fresh,
                changed,
                gone,
                missing,
                refused,
                repeated,
                warnings,
                before,
                0);
    }

    List<Column> columns(StockColumns known) {
        return names.stream()
                .limit(SHOWN)
                .map(name -> new Column(name, profile == null ? known.of(name) : null))
                .toList();
    }

    @Override
    public void close() throws IOException {
        table.close();
        Files.deleteIfExists(content);
    }
}
