import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * The yardstick: events a line each, read as JSON and written once each, by the hash of the line, with nothing but Spring MVC, Jackson and
 * JdbcTemplate around them. It knows no key, format, schema, order or limit, and counts nothing.
 */
@PlainService
public class PlainEvents {

    private final ObjectMapper json = new ObjectMapper();
    private final JdbcTemplate jdbc;

    PlainEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute("CREATE TABLE plain_events (hash bytea PRIMARY KEY, event text, received_at timestamptz DEFAULT now())");
    }

    public static void main(String[] args) {
        SpringApplication.run(PlainEvents.class, args);
    }

    @PostMapping("/api/v1/events")
    ResponseEntity<Void> events(@RequestBody String lines) throws GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        List<Object[]> rows = new ArrayList<>();
        for (String line : lines.split("\n")) {
            if (isJson(line)) {
                rows.add(new Object[] {sha.digest(line.getBytes(StandardCharsets.UTF_8)), line});
            }
        }
        jdbc.batchUpdate("INSERT INTO plain_events (hash, event) VALUES (?, ?) ON CONFLICT DO NOTHING", rows);
        return ResponseEntity.accepted().build();
    }

    private boolean isJson(String line) {
        try {
            return json.readTree(line).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
