package io.vinbridge.vpic.edition;

import io.vinbridge.vpic.dump.CopyBlock;
import io.vinbridge.vpic.dump.CopyRow;
import io.vinbridge.vpic.dump.DumpReader;
import io.vinbridge.vpic.dump.ImportProgress;
import io.vinbridge.vpic.dump.UnreadableDump;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Temporary tables that take a dump's rows as they come in, so that their order in the file does not matter and memory
 * does not grow. They end with the connection.
 */
final class StagingArea implements DumpReader.Taker {

    private static final String WORDS = "words";

    /** The columns that are wanted of each table. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("conversion", "id int, fromelementid int, toelementid int, formula text"),
            Map.entry("defaultvalue", "elementid int, vehicletypeid int, defaultvalue text"),
            Map.entry("element", "id int, name text, lookuptable text, isprivate bool, decode text, weight int"),
            Map.entry("enginemodel", "id int, name text"),
            Map.entry(
                    "enginemodelpattern",
                    "id int, enginemodelid int, elementid int, attributeid text, createdon timestamp, updatedon timestamp"),
            Map.entry("errorcode", "id int, name text, additionalerrortext text, weight int"),
            Map.entry("make", "id int, name text"),
            Map.entry("make_model", "id int, makeid int, modelid int"),
            Map.entry("manufacturer", "id int, name text"),
            Map.entry("model", "id int, name text"),
            Map.entry(
                    "pattern",
                    "id int, vinschemaid int, keys text, elementid int, attributeid text, createdon timestamp, updatedon timestamp"),
            Map.entry(
                    "vehiclespecpattern",
                    "id int, vspecschemapatternid int, iskey bool, elementid int, attributeid text, createdon timestamp, updatedon timestamp"),
            Map.entry("vehiclespecschema", "id int, makeid int, vehicletypeid int, tobeqced bool"),
            Map.entry("vehiclespecschema_model", "vehiclespecschemaid int, modelid int"),
            Map.entry("vehiclespecschema_year", "vehiclespecschemaid int, year int"),
            Map.entry("vinexception", "vin text, checkdigit bool"),
            Map.entry("vinschema", "id int, tobeqced bool"),
            Map.entry("vspecschemapattern", "id int, schemaid int"),
            Map.entry(
                    "wmi",
                    "id int, wmi text, manufacturerid int, vehicletypeid int, countryid int, publicavailabilitydate timestamp, trucktypeid int"),
            Map.entry("wmi_make", "wmiid int, makeid int"),
            Map.entry("wmi_vinschema", "id int, wmiid int, vinschemaid int, yearfrom int, yearto int"));

    private final Connection connection;
    private final ImportProgress progress;
    private final Map<String, Long> rows = new TreeMap<>();

    StagingArea(Connection connection, ImportProgress progress) throws SQLException {
        this.connection = connection;
        this.progress = progress;
        try (Statement sql = connection.createStatement()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                sql.execute("CREATE TEMP TABLE " + name(table.getKey()) + " (" + table.getValue() + ")");
            }
            sql.execute("CREATE TEMP TABLE " + name(WORDS) + " (source text, id text, name text)");
        }
    }

    /** The name of the table that has a table's rows. */
    static String name(String table) {
        return "vpic_in_" + table;
    }

    /** Updates the statistics of the staged tables, without which PostgreSQL would join row by row. */
    void analyze(JdbcTemplate jdbc) {
        TABLES.keySet().forEach(table -> jdbc.execute("ANALYZE " + name(table)));
        jdbc.execute("ANALYZE " + name(WORDS));
    }

    /** How many rows there were of each table that was taken. */
    Map<String, Long> rows() {
        return rows;
    }

    @Override
    public DumpReader.RowTaker begin(CopyBlock block) throws IOException {
        progress.table(block.table());
        String wanted = TABLES.get(block.table());
        if (wanted != null) {
            List<String> columns = block.columns().stream()
                    .filter(column -> (", " + wanted).contains(", " + column + " "))
                    .toList();
            return new Taken(
                    block,
                    columns,
                    "COPY " + name(block.table()) + " (" + String.join(", ", columns) + ") FROM STDIN",
                    "");
        }
        boolean words = block.columns().contains("id") && block.columns().contains("name");
        return words
                ? new Taken(
                        block,
                        List.of("id", "name"),
                        "COPY " + name(WORDS) + " (source, id, name) FROM STDIN",
                        block.table() + "\t")
                : null;
    }

    /**
     * Hands a block's rows on, without what is not wanted of them. Their escapes stay as they are: it is PostgreSQL
     * that reads them.
     */
    private final class Taken implements DumpReader.RowTaker {

        private static final int ENOUGH = 1 << 16;

        private final String table;
        private final int[] columns;
        private final byte[] before;
        private final CopyIn copy;
        private byte[] buffer = new byte[2 * ENOUGH];
        private int filled;

        Taken(CopyBlock block, List<String> columns, String sql, String before) throws IOException {
            this.table = block.table();
            this.columns = columns.stream().mapToInt(block.columns()::indexOf).toArray();
            this.before = before.getBytes(StandardCharsets.UTF_8);
            try {
                this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void row(CopyRow row) throws IOException {
            append(before, 0, before.length);
            for (int i = 0; i < columns.length; i++) {
                append(row.line(), row.from(columns[i]), row.to(columns[i]));
                buffer[filled++] = (byte) (i == columns.length - 1 ? '\n' : '\t');
            }
            rows.merge(table, 1L, Long::sum);
            if (filled > ENOUGH) {
                flush();
            }
        }

        @Override
        public void end() throws IOException {
            flush();
            try {
                copy.endCopy();
            } catch (SQLException e) {
                throw Refused.of(table, e);
            }
        }

        private void append(byte[] bytes, int from, int to) {
            if (filled + to - from + 1 > buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * (filled + to - from));
            }
            System.arraycopy(bytes, from, buffer, filled, to - from);
            filled += to - from;
        }

        private void flush() throws IOException {
            try {
                copy.writeToCopy(buffer, 0, filled);
            } catch (SQLException e) {
                throw Refused.of(table, e);
            }
            filled = 0;
        }
    }

    /** Refusal of a row that PostgreSQL cannot read. */
    private static final class Refused {

        static IOException of(String table, SQLException e) {
            return e.getSQLState() != null && e.getSQLState().startsWith("22")
                    ? new UnreadableDump("A row of " + table + " cannot be read: " + e.getMessage())
                    : new IOException(e);
        }
    }
}
