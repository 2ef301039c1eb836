package io.vinbridge.sandbox;

import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.catalog.DataBuilds;
import io.vinbridge.sandbox.catalog.models.Table;
import io.vinbridge.sandbox.http.Handler;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;
import io.vinbridge.sandbox.text.Json;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.sandbox.trouble.Dials;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sandbox's own addresses. What is wanted comes as query parameters, as a flat JSON object in the body, or both.
 */
final class Control implements Handler {
    /** The path that everything of it is under. */
    static final String PATH = "/sandbox";

    private final Sandbox sandbox;

    Control(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void handle(Request request, Sender sender) throws IOException {
        sender.send(answer(request));
    }

    private Reply answer(Request request) {
        String what =
                request.method() + " " + request.path().substring(PATH.length()).replaceAll("/$", "");
        try {
            return switch (what) {
                case "GET " -> Reply.of(200, "text/plain;charset=utf-8", page());
                case "GET /ledger" ->
                    json(LedgerView.of(sandbox.ledger(), wanted(request).containsKey("details")));
                case "GET /sample-vins" -> json(sampleVins());
                case "POST /build" -> json(build(wanted(request)));
                case "PUT /build-data" -> json(buildData(wanted(request)));
                case "PUT /cvd" -> json(cvd(wanted(request)));
                case "POST /reset" -> json(reset());
                default ->
                    what.matches("(GET|PUT) /dials/\\w+")
                            ? dials(request, what.substring("GET /dials/".length()))
                            : problem(404, "There is no " + request.method() + " " + request.path());
            };
        } catch (IllegalArgumentException e) {
            return problem(400, e.getMessage());
        }
    }

    private Reply dials(Request request, String service) {
        Map<String, Dials> all = Map.of(
                "ads",
                sandbox.ads(),
                "cvd",
                sandbox.cvd(),
                "vss",
                sandbox.vss(),
                "media",
                sandbox.media(),
                "pictures",
                sandbox.pictures());
        Dials dials = all.get(service);
        if (dials == null) {
            return problem(404, "There is no service " + service + ", but " + all.keySet());
        }
        if (request.method().equals("PUT")) {
            Map<Dial, Double> values = new HashMap<>();
            wanted(request).forEach((label, value) -> values.put(dial(label), Double.valueOf(value)));
            values.forEach(dials::turn);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        Arrays.stream(Dial.values()).forEach(dial -> values.put(dial.label(), dials.value(dial)));
        return json(values);
    }

    private static Dial dial(String label) {
        return Dial.labelled(label).orElseThrow(() -> new IllegalArgumentException("There is no dial " + label));
    }

    private Map<String, Object> build(Map<String, String> wanted) {
        String code = wanted.getOrDefault("country", "US");
        Country country = Country.of(code).orElseThrow(() -> new IllegalArgumentException("No such country: " + code));
        double share = Double.parseDouble(wanted.getOrDefault("share", "0.05"));
        DataBuilds.DataBuild build = sandbox.newBuild(country, share);
        return Map.of(
                "country",
                country.name(),
                "build",
                build.number(),
                "date",
                build.date().toString());
    }

    /** The parameter {@code vins} is "all", "none" or VINs parted by commas. */
    private Map<String, Object> buildData(Map<String, String> wanted) {
        String vins = Optional.ofNullable(wanted.get("vins"))
                .orElseThrow(() -> new IllegalArgumentException("Which vins? all, none, or VINs parted by commas"));
        switch (vins) {
            case "all" -> sandbox.buildData().forAll();
            case "none" -> sandbox.buildData().forNone();
            default -> sandbox.buildData().forVins(Set.of(vins.split(",", -1)));
        }
        return Map.of("buildData", vins);
    }

    /** Share of patterns for which each of eight fields disagrees with ADS, and whether the JSON is odd. */
    private Map<String, Object> cvd(Map<String, String> wanted) {
        if (wanted.containsKey("disagree")) {
            sandbox.disagreements().share(Double.parseDouble(wanted.get("disagree")));
        }
        if (wanted.containsKey("odd")) {
            sandbox.oddities().on(Boolean.parseBoolean(wanted.get("odd")));
        }
        return Map.of("cvd", wanted);
    }

    private Map<String, Object> reset() {
        sandbox.reset();
        return Map.of("reset", true);
    }

    private Map<String, Object> sampleVins() {
        Map<String, Object> samples = new LinkedHashMap<>();
        sandbox.sampleVins().forEach(sample -> samples.put(sample.vin(), sample.interest()));
        return samples;
    }

    private String page() {
        String dials = Arrays.stream(Dial.values())
                .map(dial -> "  %-18s %s%s".formatted(dial.label(), dial.rate() ? "rate: " : "", dial.meaning()))
                .collect(Collectors.joining("\n"));
        String vins = sandbox.sampleVins().stream()
                .map(sample -> "  " + sample.vin() + "  " + sample.interest())
                .collect(Collectors.joining("\n"));
        return Table.text("/sandbox/about.txt")
                .replace("@address@", sandbox.address())
                .replace("@dials@", dials)
                .replace("@vins@", vins);
    }

    private static Map<String, String> wanted(Request request) {
        Map<String, String> wanted = new LinkedHashMap<>(request.query());
        if (!request.text().isBlank()) {
            wanted.putAll(Json.readFlat(request.text()));
        }
        return wanted;
    }

    private static Reply json(Map<String, Object> value) {
        return Reply.of(200, "application/json;charset=utf-8", Json.write(value));
    }

    private static Reply problem(int status, String message) {
        return Reply.of(status, "application/json;charset=utf-8", Json.write(Map.of("error", message)));
    }
}
