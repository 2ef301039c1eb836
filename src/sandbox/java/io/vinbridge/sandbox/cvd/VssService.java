package io.vinbridge.sandbox.cvd;

import static io.vinbridge.sandbox.cvd.SharedValues.object;

import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.Division;
import io.vinbridge.sandbox.catalog.models.ModelId;
import io.vinbridge.sandbox.desk.Call;
import io.vinbridge.sandbox.desk.Refusal;
import io.vinbridge.sandbox.desk.Service;
import io.vinbridge.sandbox.http.Content;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;
import io.vinbridge.sandbox.ledger.Subject;
import io.vinbridge.sandbox.text.Gzip;
import io.vinbridge.sandbox.text.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Vehicle Selector Service: years, makes, models, styles and a style's details. */
public final class VssService implements Service {
    /** The path that it is under. */
    public static final String PATH = "/VSS/v1.0";

    private static final int FIRST_YEAR = 1997;

    private final Catalog catalog;
    private final SignatureCheck signatures;
    private final double fullness;

    public VssService(Catalog catalog, KeyPair pair, double fullness, Clock clock) {
        this.catalog = catalog;
        this.signatures = new SignatureCheck(pair, clock);
        this.fullness = fullness;
    }

    @Override
    public String name() {
        return "vss";
    }

    @Override
    public Call read(Request request) {
        String operation = request.path().substring(PATH.length()).replaceFirst("^/", "");
        Map<String, String> query = request.query();
        Subject subject = query.containsKey("styleId") ? Subject.style(query.get("styleId")) : Subject.NONE;
        return new Call(operation, subject, gzip -> signatures
                .refusal(request)
                .orElseGet(() -> answer(operation, query, gzip && request.acceptsGzip())));
    }

    private Reply answer(String operation, Map<String, String> query, boolean gzip) {
        Country country = Country.of(query.getOrDefault("locale", "en_US").replaceFirst(".*_", ""))
                .orElse(Country.US);
        int year = number(query.get("year"));
        Optional<Division> division = Division.all().stream()
                .filter(one -> one.code().equals(query.get("makeCode")))
                .findFirst();
        Object result =
                switch (operation) {
                    case "years" ->
                        object(
                                "years",
                                catalog.years().stream()
                                        .filter(one -> one >= FIRST_YEAR)
                                        .toList());
                    case "makes" -> object("makes", makes(year));
                    case "models" ->
                        object("models", division.map(one -> models(year, one)).orElse(List.of()));
                    case "styles" ->
                        object(
                                "styles",
                                division.map(one -> styles(year, one, query.get("model"), country))
                                        .orElse(List.of()));
                    case "styleDetails" ->
                        catalog.style(number(query.get("styleId")))
                                .filter(style -> style.id().country() == country)
                                .map(this::details)
                                .orElse(null);
                    default -> null;
                };
        return result == null
                ? SignatureCheck.error(404, "Not found")
                : reply(object("error", false, "result", result), gzip);
    }

    private List<?> makes(int year) {
        List<Integer> sold = year < FIRST_YEAR
                ? List.of()
                : catalog.divisions(year).stream().map(one -> one.id()).toList();
        return Division.all().stream()
                .filter(division -> sold.contains(division.id()))
                .map(division -> object("make", division.name(), "makeCode", division.code()))
                .toList();
    }

    private List<Object> models(int year, Division division) {
        return catalog.models(year, division.id()).stream()
                .map(model -> (Object) object(
                        "description", model.name(),
                        "makeCode", division.code(),
                        "modelYearId", model.id(),
                        "year", year))
                .toList();
    }

    private List<Object> styles(int year, Division division, String model, Country country) {
        return catalog.styles(year, division.name(), model == null ? "" : model, country).stream()
                .map(style -> (Object) object(
                        "styleId", style.id().number(),
                        "year", year,
                        "make", division.name(),
                        "model", model,
                        "trim", style.trim(),
                        "styleDescription", style.name(),
                        "modelId", modelId(style)))
                .toList();
    }

    private static int modelId(Style style) {
        ModelId model = style.id().model();
        return model.number();
    }

    private Map<String, Object> details(Style style) {
        StyleContent content = new StyleContent(List.of(style), fullness, Optional.empty(), List.of());
        return object(
                "year", style.year(),
                "make", style.line().division().name(),
                "model", style.line().name(),
                "vehicles", content.vehicles(),
                "exteriorColors", content.exteriorColors(),
                "interiorColors", content.interiorColors(),
                "features", content.features(),
                "techSpecs", content.techSpecs(),
                "optionCodeContent", content.optionCodeContent());
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static Reply reply(Object answer, boolean gzip) {
        byte[] body = Json.write(answer).getBytes(StandardCharsets.UTF_8);
        return gzip
                ? Reply.of(200, "application/json;charset=utf-8", Content.of(Gzip.compressed(body)))
                        .header("Content-Encoding", "gzip")
                : Reply.of(200, "application/json;charset=utf-8", body);
    }

    @Override
    public Reply fault() {
        return Reply.of(500, "text/html;charset=utf-8", "<html><body>An error occurred.</body></html>");
    }

    @Override
    public Reply refusal(Refusal why) {
        return SignatureCheck.error(why == Refusal.CREDENTIALS ? 401 : 403, "Requested endpoint is forbidden");
    }
}
