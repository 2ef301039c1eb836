import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The yardstick: the same documents from the same database, with nothing but Spring MVC and JdbcTemplate around them. */
@PlainService
public class PlainVehicles {

    private static final String BY_VIN =
            "SELECT d.content, d.hash FROM vehicles v JOIN documents d ON d.hash = v.document WHERE v.vin = ?";
    private static final String TAG_BY_VIN = "SELECT document FROM vehicles WHERE vin = ?";

    private final JdbcTemplate jdbc;

    PlainVehicles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public static void main(String[] args) {
        SpringApplication.run(PlainVehicles.class, args);
    }

    @GetMapping("/api/v1/vehicles/{vin}")
    ResponseEntity<byte[]> vehicle(
            @PathVariable("vin") String vin, @RequestHeader(name = "If-None-Match", required = false) String known) {
        if (known != null && known.equals(tag(jdbc.queryForObject(TAG_BY_VIN, byte[].class, vin)))) {
            return ResponseEntity.status(304).eTag(known).build();
        }
        List<ResponseEntity<byte[]>> found = jdbc.query(
                BY_VIN,
                (row, number) -> ResponseEntity.ok()
                        .header("Content-Type", "application/json")
                        .eTag(tag(row.getBytes(2)))
                        .body(row.getBytes(1)),
                vin);
        return found.isEmpty() ? ResponseEntity.notFound().build() : found.get(0);
    }

    private static String tag(byte[] hash) {
        return "W/\"" + HexFormat.of().formatHex(hash, 0, 8) + "\"";
    }
}
