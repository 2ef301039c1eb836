package io.vinbridge.api.vins;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonBodyReader;
import io.vinbridge.api.representation.NdjsonList;
import io.vinbridge.api.vehicles.LookupHandler;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.runs.RunStarter.Line;
import io.vinbridge.vpic.FreeDecode;
import io.vinbridge.vpic.edition.Edition;
import io.vinbridge.vpic.edition.Editions;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for free decodes, and answers them as they are decoded, some hundreds at a time. */
@Component
class VinHandler {

    private static final int MOST = 10_000;
    private static final int PART = 250;
    private static final String NDJSON = "application/x-ndjson";
    private static final Set<String> LINES = Set.of(NDJSON, "application/ndjson", "application/jsonl");

    private final FreeDecode decode;
    private final Editions editions;
    private final ObjectMapper mapper;
    private final JsonFactory json;

    VinHandler(FreeDecode decode, Editions editions, ObjectMapper mapper) {
        this.decode = decode;
        this.editions = editions;
        this.mapper = mapper;
        this.json = mapper.getFactory().copy().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    Reply one(@Variable("parameters") Parameters parameters) throws IOException {
        Edition edition = editions.inUse().edition();
        List<VinAnswer> answered =
                VinAnswer.of(List.of(parameters.text("vin")), parameters.integer("modelYear"), decode);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            VinJson.write(out, answered.get(0), edition, true);
        }
        return Reply.ok(Content.of(bytes.toByteArray()));
    }

    Reply many(@Body RequestBody body, @Variable("parameters") Parameters parameters) {
        Edition edition = editions.inUse().edition();
        Integer year = parameters.integer("modelYear");
        boolean sources = parameters.flag("sources");
        if (body != null && LINES.contains(body.type())) {
            refuseTooMany(lines(body));
            return Reply.of(200, NDJSON, () -> written(lines(body), year, edition, sources));
        }
        List<String> vins =
                JsonBodyReader.read(mapper, body, LookupHandler.Vins.class).vins();
        if (vins == null || vins.isEmpty()) {
            throw new Failure(Reason.INVALID_REQUEST, "vins must hold 1 to " + MOST + " VINs");
        }
        if (vins.size() > MOST) {
            throw tooMany();
        }
        return Reply.ok(() -> results(vins, year, edition, sources));
    }

    /** The answers in parts, each decoded when its turn to be written comes. */
    private Iterator<ByteBuffer> results(List<String> vins, Integer year, Edition edition, boolean sources) {
        return IntStream.iterate(0, from -> from < vins.size(), from -> from + PART)
                .mapToObj(from -> {
                    int to = Math.min(from + PART, vins.size());
                    String before = from == 0 ? "{\"results\":[" : ",";
                    return written(
                            before, vins.subList(from, to), year, edition, sources, ",", to < vins.size() ? "" : "]}");
                })
                .iterator();
    }

    private NdjsonList lines(RequestBody body) {
        return new NdjsonList(new BufferedReader(new InputStreamReader(body.stream(), UTF_8)), mapper, PART);
    }

    /** Lines are counted before the first is answered: an answer that has begun cannot be refused any more. */
    private static void refuseTooMany(NdjsonList lines) {
        int count = 0;
        for (List<Line> part = lines.next(); !part.isEmpty(); part = lines.next()) {
            count += part.size();
            if (count > MOST) {
                throw tooMany();
            }
        }
    }

    private static Failure tooMany() {
        return new Failure(
                Reason.TOO_LARGE, "A request may hold " + MOST + " VINs; send the others in requests of their own");
    }

    private Iterator<ByteBuffer> written(NdjsonList lines, Integer year, Edition edition, boolean sources) {
        return Stream.generate(lines::next)
                .takeWhile(part -> !part.isEmpty())
                .map(part -> written("", part.stream().map(Line::vin).toList(), year, edition, sources, "\n", "\n"))
                .iterator();
    }

    private ByteBuffer written(
            String before,
            List<String> vins,
            Integer year,
            Edition edition,
            boolean sources,
            String between,
            String after) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(vins.size() * 1024);
        bytes.writeBytes(before.getBytes(UTF_8));
        Iterator<VinAnswer> answers = VinAnswer.of(vins, year, decode).iterator();
        while (answers.hasNext()) {
            try (JsonGenerator out = json.createGenerator(bytes)) {
                VinJson.write(out, answers.next(), edition, sources);
            } catch (IOException e) {
                throw new UncheckedIOException("a decoded VIN cannot be written", e);
            }
            bytes.writeBytes((answers.hasNext() ? between : after).getBytes(UTF_8));
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
