package io.vinbridge.sandbox.cvd;

import static io.vinbridge.sandbox.cvd.SharedValues.object;

import io.vinbridge.sandbox.ads.BuildData;
import io.vinbridge.sandbox.ads.sections.BuildSheet;
import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.catalog.DataBuilds;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.Vin;
import io.vinbridge.sandbox.desk.Call;
import io.vinbridge.sandbox.desk.Refusal;
import io.vinbridge.sandbox.desk.Service;
import io.vinbridge.sandbox.http.Content;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;
import io.vinbridge.sandbox.ledger.Subject;
import io.vinbridge.sandbox.memory.BoundedCache;
import io.vinbridge.sandbox.text.Gzip;
import io.vinbridge.sandbox.text.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ChromeData VIN Descriptions: {@code GET /vin/{vin}}. */
public final class CvdService implements Service {
    /** The path that it is under. */
    public static final String PATH = "/CVD/v1.0";

    private static final String VIN = PATH + "/vin/";
    private static final int FIRST_YEAR = 1992;
    private static final int FIRST_YEAR_OF_CANADA = 1996;
    private static final long CACHE_BYTES = 32L * 1024 * 1024;

    private final Catalog catalog;
    private final DataBuilds builds;
    private final BuildData buildData;
    private final SignatureCheck signatures;
    private final Disagreements disagreements;
    private final Oddities oddities;
    private final double fullness;
    private final BoundedCache<Key, byte[]> contents = new BoundedCache<>(CACHE_BYTES, content -> content.length);

    /** All that a cached content depends on. */
    private record Key(List<Integer> styles, List<Disagreements.Field> differing, int generation) {}

    public CvdService(
            Catalog catalog,
            DataBuilds builds,
            BuildData buildData,
            KeyPair pair,
            Disagreements disagreements,
            Oddities oddities,
            double fullness,
            Clock clock) {
        this.catalog = catalog;
        this.builds = builds;
        this.buildData = buildData;
        this.signatures = new SignatureCheck(pair, clock);
        this.disagreements = disagreements;
        this.oddities = oddities;
        this.fullness = fullness;
    }

    @Override
    public String name() {
        return "cvd";
    }

    @Override
    public Call read(Request request) {
        if (!request.method().equals("GET") || !request.path().startsWith(VIN)) {
            return new Call(
                    "unknown", Subject.NONE, gzip -> SignatureCheck.error(403, "Requested endpoint is forbidden"));
        }
        String vin = Request.decoded(request.path().substring(VIN.length()));
        return new Call("vin", Subject.vin(vin), gzip -> answer(request, vin, gzip && request.acceptsGzip()));
    }

    private Reply answer(Request request, String vin, boolean gzip) {
        Optional<Reply> refused = signatures.refusal(request);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (Vin.flaw(vin).isPresent()) {
            return reply(envelope(object("vinSubmitted", vin, "validVin", false)), gzip);
        }
        Country country = Country.of(
                        request.query().getOrDefault("language_Locale", "en_US").replaceFirst(".*_", ""))
                .orElse(Country.US);
        return catalog.decode(new Vin(vin).pattern(), country)
                .map(decode -> offered(decode.styles()))
                .filter(styles -> styles.get(0).year() >= (country == Country.US ? FIRST_YEAR : FIRST_YEAR_OF_CANADA))
                .map(styles -> described(request, new Vin(vin), styles, gzip))
                .orElseGet(() -> SignatureCheck.error(404, "VIN not found"));
    }

    private Reply described(Request request, Vin vin, List<Style> styles, boolean gzip) {
        boolean premium =
                request.query().getOrDefault("profileKey", "").equals(KeyPair.WITH_BUILD_DATA) && buildData.covers(vin);
        Optional<BuildSheet> sheet = premium ? Optional.of(BuildSheet.of(vin, styles)) : Optional.empty();
        List<Style> shown = sheet.map(built -> List.of(built.style())).orElse(styles);
        List<Disagreements.Field> differing = disagreements.of(vin.text());
        StyleContent content = new StyleContent(shown, fullness, sheet, differing);
        Style any = shown.get(0);
        Map<String, Object> result = object(
                "vinSubmitted", vin.text(),
                "vinProcessed", vin.text(),
                "validVin", true,
                "source", sheet.isPresent() ? "B" : "C",
                "year", any.year(),
                "make", any.line().division().name(),
                "model", any.line().name(),
                "modelID", Integer.toString(any.id().model().number()),
                "buildMSRP", sheet.map(BuildSheet::msrp).orElse(0.0),
                "buildDate", sheet.map(BuildSheet::builtOn).orElse(""),
                "wmiCountry", "UNITED STATES (USA)",
                "language", "en_US",
                "optionCodes", List.of());
        sheet.ifPresent(built -> result.put("optionCodes", built.optionCodes(fullness)));
        sheet.ifPresent(built -> result.put(
                "additionalBuildData",
                List.of(object("label", "Plant", "description", "Where it was built", "value", built.plant()))));
        if (sheet.isPresent() || oddities.set()) {
            result.putAll(content(content));
            return reply(envelope(result), gzip);
        }
        byte[] written = contents.get(
                new Key(shown.stream().map(style -> style.id().number()).toList(), differing, builds.generation()),
                key -> Json.write(content(content)).getBytes(StandardCharsets.UTF_8));
        String head = Json.write(result);
        String text = "{\"error\":false,\"copyright\":\"2026\",\"executionTimeMS\":3,\"result\":"
                + head.substring(0, head.length() - 1) + "," + new String(written, StandardCharsets.UTF_8).substring(1)
                + "}";
        return reply(text, gzip);
    }

    private static Map<String, Object> content(StyleContent content) {
        return object(
                "vehicles", content.vehicles(),
                "exteriorColors", content.exteriorColors(),
                "interiorColors", content.interiorColors(),
                "features", content.features(),
                "techSpecs", content.techSpecs(),
                "packages", List.of(),
                "optionCodeContent", content.optionCodeContent(),
                "safetyInfo", content.notices(false),
                "recallInfo", content.notices(true));
    }

    private Object envelope(Map<String, Object> result) {
        return oddities.of(object("error", false, "copyright", "2026", "executionTimeMS", 3, "result", result));
    }

    private static Reply reply(Object answer, boolean gzip) {
        byte[] body = (answer instanceof String text ? text : Json.write(answer)).getBytes(StandardCharsets.UTF_8);
        return gzip
                ? Reply.of(200, "application/json;charset=utf-8", Content.of(Gzip.compressed(body)))
                        .header("Content-Encoding", "gzip")
                : Reply.of(200, "application/json;charset=utf-8", body);
    }

    /** Without regional styles, as ADS answers unless it is asked for them; but never without any. */
    private static List<Style> offered(List<Style> styles) {
        List<Style> left = styles.stream().filter(style -> !style.regional()).toList();
        return left.isEmpty() ? styles : left;
    }

    @Override
    public Reply fault() {
        return Reply.of(500, "text/html;charset=utf-8", "<html><body>An error occurred.</body></html>");
    }

    @Override
    public Reply refusal(Refusal why) {
        return switch (why) {
            case CREDENTIALS -> SignatureCheck.error(401, "Authorization field is not valid");
            case QUOTA -> SignatureCheck.error(403, "Quota exceeded");
            default -> SignatureCheck.error(403, "Requested endpoint is forbidden");
        };
    }
}
