package io.vinbridge.vpic.edition;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.dump.DumpReader;
import io.vinbridge.vpic.dump.DumpStream;
import io.vinbridge.vpic.dump.ImportProgress;
import io.vinbridge.vpic.dump.UnreadableDump;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Import of a dump: its rows into temporary tables, then packed into an edition beside the one in use, checked, and put
 * in use, all in one transaction. Whatever ends it before, the process too, leaves everything as it was.
 */
public final class EditionImport {

    private static final Pattern MONTH = Pattern.compile("(20\\d\\d)_(\\d\\d)");
    private static final long LOCK = 0x76706963;
    private static final int FETCH = 2_000;

    private final JdbcConnectionDetails database;
    private final InstantSource clock;
    private final double mayShrink;

    /** By {@code mayShrink} of what the edition in use has, a new one may have less. */
    public EditionImport(JdbcConnectionDetails database, InstantSource clock, double mayShrink) {
        this.database = database;
        this.clock = clock;
        this.mayShrink = mayShrink;
    }

    /**
     * Imports a file.
     *
     * @param source what it is called
     * @return the identifier of the edition that is in use now
     * @throws Failure if the file is no whole dump, or says what cannot be, or another import is under way
     */
    public int run(InputStream file, String source, ImportProgress progress) {
        // A connection of its own, without the limits of the pool's: its statements take as long as a sort of millions
        // of rows does.
        try (Connection connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                DumpStream stream = new DumpStream(file)) {
            return run(connection, stream, source, progress);
        } catch (EOFException | ZipException e) {
            throw EditionCheck.refused("it breaks off; it is not the whole file");
        } catch (UnreadableDump e) {
            throw EditionCheck.refused(e.getMessage());
        } catch (IOException e) {
            throw new Failure(
                    Reason.INVALID_REQUEST,
                    "The file was not put in use, because reading it failed: " + e.getMessage());
        } catch (SQLException | DataAccessException e) {
            throw new ImportFailed(e);
        }
    }

    private int run(Connection connection, DumpStream stream, String source, ImportProgress progress)
            throws SQLException, IOException {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.setFetchSize(FETCH);
        lock(jdbc);
        jdbc.execute("SET work_mem = '32MB'");
        BufferedInputStream text = new BufferedInputStream(stream.text());
        int edition = CompactEdition.begins(text)
                ? compact(connection, jdbc, text, source)
                : dump(connection, jdbc, stream, text, source, progress);
        JdbcClient client = JdbcClient.create(jdbc);
        EditionCheck.shrinkage(EditionTables.inUse(client).orElse(null), EditionTables.of(client, edition), mayShrink);
        progress.step("putting it in use");
        EditionTables.use(client, edition);
        connection.commit();
        return edition;
    }

    /**
     * One import at a time. The lock of one that has just ended is held until its connection is gone, which takes a
     * moment.
     */
    private static void lock(JdbcTemplate jdbc) {
        try {
            jdbc.execute("SET lock_timeout = '5s'");
            JdbcClient.create(jdbc)
                    .sql("SELECT pg_advisory_lock(:lock)")
                    .param("lock", LOCK)
                    .query(row -> {});
            jdbc.execute("SET lock_timeout = 0");
        } catch (PessimisticLockingFailureException e) {
            throw new Failure(Reason.CONFLICT, "Another import is under way; wait for its end");
        }
    }

    /** Whether an import is under way anywhere. */
    static boolean underWay(JdbcClient jdbc) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 0 AND objid = :lock AND granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
                """).param("lock", LOCK).query(Boolean.class).single();
    }

    private static int compact(Connection connection, JdbcTemplate jdbc, InputStream text, String source)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        CompactRows rows = new CompactRows(jdbc, source);
        CompactEdition.read(text, rows);
        return rows.finish();
    }

    private int dump(
            Connection connection,
            JdbcTemplate jdbc,
            DumpStream stream,
            InputStream text,
            String source,
            ImportProgress progress)
            throws SQLException, IOException {
        StagingArea staging = new StagingArea(connection, progress);
        new DumpReader(text).read(staging);
        String hash = stream.hash();
        EditionCheck.tables(staging.rows());
        staging.analyze(jdbc);
        EditionCheck.references(jdbc);
        connection.setAutoCommit(false);
        progress.step("packing");
        return pack(jdbc, staging, name(stream, source), source, hash);
    }

    /** Writes the edition in use into a small file, from which it can be imported again. */
    public void export(OutputStream file) {
        try (Connection connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
            connection.setAutoCommit(false);
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            jdbc.setFetchSize(FETCH);
            Edition edition = EditionTables.inUse(JdbcClient.create(jdbc))
                    .orElseThrow(() -> new Failure(Reason.NOT_FOUND, "There is no edition to be written"));
            CompactRows.export(jdbc, edition, file);
        } catch (SQLException | DataAccessException e) {
            throw new ImportFailed(e);
        } catch (IOException e) {
            throw new UncheckedIOException("an edition cannot be written", e);
        }
    }

    private int pack(JdbcTemplate jdbc, StagingArea staging, String name, String source, String hash) {
        EditionCommons commons = new CommonsReader(jdbc).read();
        JdbcClient client = JdbcClient.create(jdbc);
        int edition = client.sql("""
                INSERT INTO vpic_editions (name, source, sha256, commons) VALUES (:name, :source, :sha256, :commons) RETURNING id
                """)
                .param("name", name == null ? newestChange(jdbc) : name)
                .param("source", source)
                .param("sha256", hash)
                .param("commons", CommonsJson.write(commons))
                .query(Integer.class)
                .single();
        EditionPacker packer = new EditionPacker(jdbc, edition, commons);
        int codes = packer.codes();
        int schemas = packer.schemas();
        EditionCheck.counts(staging.rows(), packer.patterns(), codes);
        EditionCheck.knownVins(
                new StoredEdition(edition, commons, new StoredEdition.Ask() {
                    @Override
                    public <T> T ask(Function<JdbcClient, T> question) {
                        return question.apply(client);
                    }
                }),
                clock);
        client.sql("""
                UPDATE vpic_editions SET patterns = :patterns, schemas = :schemas, codes = :codes,
                    newest = (SELECT max(coalesce(updatedon, createdon)) AT TIME ZONE 'UTC' FROM vpic_in_pattern)
                WHERE id = :id
                """)
                .param("patterns", packer.patterns())
                .param("schemas", schemas)
                .param("codes", codes)
                .param("id", edition)
                .update();
        return edition;
    }

    private static String name(DumpStream stream, String source) {
        for (String text : new String[] {stream.entry(), source}) {
            Matcher month = text == null ? null : MONTH.matcher(text);
            if (month != null && month.find()) {
                return month.group();
            }
        }
        return null;
    }

    private static String newestChange(JdbcTemplate jdbc) {
        return jdbc.queryForObject(
                "SELECT coalesce('changes until ' || max(coalesce(updatedon, createdon))::date, 'undated') FROM vpic_in_pattern",
                String.class);
    }
}
