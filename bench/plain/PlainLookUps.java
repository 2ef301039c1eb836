import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.boot.SpringApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * The yardstick: the same upstream's answers into the same database, with nothing but Spring MVC, the JDK's HTTP client, StAX, Jackson and
 * JdbcTemplate around them. It knows no key, retry, breaker, budget, queue, sharing or feed, and an element simply becomes a member.
 */
@PlainService
public class PlainLookUps {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final XMLInputFactory xml = XMLInputFactory.newFactory();
    private final ObjectMapper json = new ObjectMapper();
    private final URI ads = URI.create(System.getenv("CHROMEDATA_DESCRIBE_URL"));
    private final String media = System.getenv("CHROMEDATA_MEDIA_URL");
    private final String account =
            System.getenv("CHROMEDATA_ACCOUNT_NUMBER") + ":" + System.getenv("CHROMEDATA_ACCOUNT_SECRET");
    private final String envelope = Files.readString(Path.of(System.getenv("ENVELOPE")));
    private final int concurrent = Integer.parseInt(System.getenv().getOrDefault("VINBRIDGE_CHROMEDATA_CONCURRENTCALLS", "8"));
    private final Set<Integer> asked = ConcurrentHashMap.newKeySet();
    private final JdbcTemplate jdbc;

    PlainLookUps(JdbcTemplate jdbc) throws IOException {
        this.jdbc = jdbc;
        jdbc.execute("CREATE TABLE plain_documents (hash bytea PRIMARY KEY, content bytea, answer bytea)");
        jdbc.execute("CREATE TABLE plain_vehicles (vin text PRIMARY KEY, document bytea REFERENCES plain_documents)");
        jdbc.execute("CREATE TABLE plain_galleries (style integer PRIMARY KEY, pictures bytea)");
    }

    public static void main(String[] args) {
        SpringApplication.run(PlainLookUps.class, args);
    }

    @GetMapping("/api/v1/vehicles/{vin}")
    ResponseEntity<byte[]> vehicle(@PathVariable("vin") String vin) throws Exception {
        return ResponseEntity.ok().header("Content-Type", "application/json").body(described(vin, true));
    }

    /** A refresh of all: one VIN on each line, as many at once as may be; of several styles, nobody's gallery is asked for. */
    @PostMapping("/api/v1/vehicles/import")
    void refresh(@RequestBody String vins) throws InterruptedException, ExecutionException {
        ExecutorService calls = Executors.newFixedThreadPool(concurrent);
        List<Callable<byte[]>> all =
                vins.lines().<Callable<byte[]>>map(vin -> () -> described(vin, false)).toList();
        for (Future<byte[]> one : calls.invokeAll(all)) {
            one.get();
        }
        calls.shutdown();
    }

    private byte[] described(String vin, boolean firstOfSeveral) throws Exception {
        HttpResponse<byte[]> answer = ask(HttpRequest.newBuilder(ads)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(
                        envelope.replaceFirst("(<(?:\\w+:)?vin>)\\w+<", "$1" + vin + "<"))));
        JsonNode description = read(unpacked(answer));
        byte[] content = json.writeValueAsBytes(description);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
        jdbc.update("INSERT INTO plain_documents VALUES (?, ?, ?) ON CONFLICT DO NOTHING", hash, content, answer.body());
        jdbc.update("INSERT INTO plain_vehicles VALUES (?, ?)", vin, hash);

        JsonNode styles = description.findValue("style");
        if (styles.size() > 1 && !firstOfSeveral) {
            return content;
        }
        int style = styles.findValue("id").asInt();
        if (!asked.add(style)) {
            return content;
        }
        HttpResponse<byte[]> listing = ask(HttpRequest.newBuilder(URI.create(media + "/style/" + style + ".json"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account.getBytes())));
        byte[] pictures = listing.statusCode() == 404 ? null : json.writeValueAsBytes(json.readTree(unpacked(listing)));
        jdbc.update("INSERT INTO plain_galleries VALUES (?, ?) ON CONFLICT DO NOTHING", style, pictures);
        return content;
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
    }

    private static InputStream unpacked(HttpResponse<byte[]> answer) throws IOException {
        InputStream body = new ByteArrayInputStream(answer.body());
        return answer.headers().firstValue("Content-Encoding").isPresent() ? new GZIPInputStream(body) : body;
    }

    private JsonNode read(InputStream answer) throws XMLStreamException {
        XMLStreamReader reader = xml.createXMLStreamReader(answer);
        reader.nextTag();
        return element(reader);
    }

    private ObjectNode element(XMLStreamReader reader) throws XMLStreamException {
        ObjectNode members = json.createObjectNode();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            members.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                members.withArray(reader.getLocalName()).add(element(reader));
            } else {
                text.append(reader.getText());
            }
        }
        return text.toString().isBlank() ? members : members.put("text", text.toString());
    }
}
