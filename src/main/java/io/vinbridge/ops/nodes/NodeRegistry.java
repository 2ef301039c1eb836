package io.vinbridge.ops.nodes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.settings.ClusterSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Register of the nodes, in the database: each says by the clock that it is there, and with which settings. */
@Component
public class NodeRegistry {

    /** After so long without a word a node is gone. */
    private static final Duration GONE_AFTER = Duration.ofMinutes(2);

    private static final String TELL = """
            INSERT INTO nodes (node, version, settings) VALUES (:node, :version, CAST(:settings AS jsonb))
            ON CONFLICT (node) DO UPDATE SET seen_at = now()
            RETURNING clock_timestamp()
            """;

    private static final String THERE = """
            SELECT node, version, started_at, seen_at FROM nodes
            WHERE seen_at > now() - :gone * interval '1 second' ORDER BY started_at, node
            """;

    /** Of settings that both know: nodes of two versions may run side by side. */
    private static final String DIFFERENCES = """
            SELECT other.node, one.key AS setting, mine.settings ->> one.key AS here, one.value AS there
            FROM nodes mine CROSS JOIN nodes other CROSS JOIN LATERAL jsonb_each_text(other.settings) one
            WHERE mine.node = :node AND other.node <> :node AND other.seen_at > now() - :gone * interval '1 second'
                AND mine.settings ->> one.key <> one.value
            ORDER BY setting, other.node LIMIT 20
            """;

    private final JdbcClient jdbc;
    private final String settings;
    private final String version = version();
    private final String node = Objects.requireNonNullElse(System.getenv("HOSTNAME"), "node") + "-"
            + UUID.randomUUID().toString().substring(0, 8);
    private volatile List<Difference> differences = List.of();
    private volatile Duration ahead = Duration.ZERO;

    NodeRegistry(JdbcClient jdbc, Environment environment, ObjectMapper json) throws JsonProcessingException {
        this.jdbc = jdbc;
        this.settings = json.writeValueAsString(ClusterSettings.of(environment));
    }

    /**
     * A node that is there.
     *
     * @param node its name
     * @param version the service's version on it
     */
    public record Member(String node, String version, OffsetDateTime startedAt, OffsetDateTime seenAt) {}

    /** A setting that another node has otherwise; of a secret and of an account, parts of hashes. */
    public record Difference(String node, String setting, String here, String there) {}

    /** Says that this node is there, and looks for settings in which another differs. */
    public void tell() {
        Instant asked = Instant.now();
        Instant database = jdbc.sql(TELL)
                .param("node", node)
                .param("version", version)
                .param("settings", settings)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        ahead = Duration.between(database, asked);
        differences = jdbc.sql(DIFFERENCES)
                .param("node", node)
                .param("gone", GONE_AFTER.toSeconds())
                .query(Difference.class)
                .list();
    }

    /** How far this node's clock is ahead of the database's, as last seen; negative where it is behind. */
    public Duration ahead() {
        return ahead;
    }

    /** As last looked for. */
    public List<Difference> differences() {
        return differences;
    }

    /** All nodes that are there, the one that has been longest first. */
    public List<Member> members() {
        return jdbc.sql(THERE)
                .param("gone", GONE_AFTER.toSeconds())
                .query(Member.class)
                .list();
    }

    /** The version in the jar's manifest. */
    public static String version() {
        return Objects.requireNonNullElse(NodeRegistry.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
