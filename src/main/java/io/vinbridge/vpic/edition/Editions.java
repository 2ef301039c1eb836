package io.vinbridge.vpic.edition;

import io.vinbridge.database.HeapShare;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.decode.VinDecoder;
import io.vinbridge.vpic.dump.ImportProgress;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The editions of this installation: which one is in use, importing another, and going back to the one before. */
@Component
public class Editions {

    /** For so long a node goes on with the edition that it knows before it looks whether another is in use. */
    private static final long LOOK_AGAIN = Duration.ofSeconds(1).toNanos();

    private static final int SHARE_OF_HEAP = 12;

    private final ReadQueries reading;
    private final JdbcConnectionDetails database;
    private final VpicSettings settings;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ImportStatus importing = new ImportStatus();
    private volatile Look look;

    Editions(
            ReadQueries reading,
            JdbcConnectionDetails database,
            VpicSettings settings,
            ObjectProvider<InstantSource> clock,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.reading = reading;
        this.database = database;
        this.settings = settings;
        this.clock = clock.getIfAvailable(InstantSource::system);
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** An edition that is ready to decode by. */
    public record Loaded(Edition edition, VinDecoder decoder, EditionCommons commons) {}

    /**
     * The edition in use.
     *
     * @throws Failure if there is none yet
     */
    public Loaded inUse() {
        return find().orElseThrow(() -> new Failure(
                Reason.NOT_FOUND,
                "NHTSA's data is not here yet; import it with --import-vpic FILE or POST /api/v1/vpic/imports"));
    }

    /** The edition in use; empty where there is none yet. */
    public Optional<Loaded> find() {
        Look now = look;
        if (now == null || System.nanoTime() - now.at() > LOOK_AGAIN) {
            now = new Look(look(now == null ? null : now.found()), System.nanoTime());
            look = now;
        }
        return Optional.ofNullable(now.found());
    }

    /** Edition in use, if there is one, and the one before. */
    public record Standing(Edition inUse, Edition previous) {}

    public Standing standing() {
        return new Standing(
                reading.ask(EditionTables::inUse).orElse(null),
                reading.ask(EditionTables::previous).orElse(null));
    }

    /**
     * What an import that is under way is doing; on another node nothing more than that it is. Empty where there is
     * none.
     */
    public Optional<String> importing() {
        return importing
                .doing()
                .or(() -> !importing.justOver() && reading.ask(EditionImport::underWay)
                        ? Optional.of("on another node")
                        : Optional.empty());
    }

    /**
     * Imports a dump and puts it in use.
     *
     * @param source what the file is called
     * @param smaller whether it may have as little as it has, compared with the one in use
     * @throws Failure if it is none, and then nothing has changed
     */
    public Edition load(InputStream file, String source, boolean smaller, ImportProgress progress) {
        try {
            new EditionImport(database, clock, smaller ? 1 : settings.mayShrink())
                    .run(file, source, importing.with(progress));
        } finally {
            importing.over();
        }
        look = null;
        return inUse().edition();
    }

    /**
     * Puts the edition before in use again.
     *
     * @throws Failure if there is none
     */
    public Edition rollBack() {
        transaction.executeWithoutResult(status -> {
            Edition previous = EditionTables.previous(jdbc)
                    .orElseThrow(() -> new Failure(Reason.CONFLICT, "There is no edition before the one in use"));
            EditionTables.use(jdbc, previous.id());
        });
        look = null;
        return inUse().edition();
    }

    private Loaded look(Loaded before) {
        Edition edition = reading.ask(EditionTables::inUse).orElse(null);
        if (edition == null || (before != null && before.edition().id() == edition.id())) {
            return edition == null ? null : before;
        }
        EditionCommons commons = CommonsJson.read(reading.ask(jdbc -> EditionTables.commons(jdbc, edition.id())));
        StoredEdition stored = new StoredEdition(edition.id(), commons, reading::ask);
        VinDecoder decoder =
                new VinDecoder(new CachedEdition(stored, HeapShare.of(settings.cache(), SHARE_OF_HEAP)), clock);
        return new Loaded(edition, decoder, commons);
    }

    /** Edition that was found in use at a time of {@link System#nanoTime}; null for none. */
    private record Look(Loaded found, long at) {}
}
