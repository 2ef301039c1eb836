package io.vinbridge.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Claims as a node's route does, with the same SQL; without limits but for those that a test names. */
final class Claims {

    private final NamedParameterJdbcTemplate jdbc;
    private final String sql;

    Claims(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        try (InputStream in = Claims.class.getResourceAsStream("/sql/claim-work.sql")) {
            this.sql = new String(in.readAllBytes(), UTF_8).replace(":#", ":");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Claim> claim(Map<String, ?> limits) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "room",
                1000,
                "own",
                1000,
                "describing",
                1000,
                "media",
                1000,
                "pictures",
                1000,
                "lease",
                "30 s",
                "atOnce",
                1000,
                "forPeople",
                0L));
        List.of("descriptionsFor", "notCarriedFor", "galleriesFor").forEach(age -> all.put(age, "0 s"));
        all.put("perSecond", null);
        all.put("perDay", null);
        all.put("settings", null);
        all.put("lists", 1000);
        all.put("lister", "ads");
        all.put("describers", "ads");
        all.putAll(limits);
        return jdbc.queryForList(sql, all).stream().map(Claim::of).toList();
    }
}
