package io.vinbridge.api.vehicles;

import io.vinbridge.api.http.Problems;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonBodyReader;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Json;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.lookup.LookupResult;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.WrittenVin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for many vehicles, and answers them in the order asked. */
@Component
public class LookupHandler {

    private static final int MOST = 1000;

    /** Memory of a vehicle until the answer is written, in bytes. */
    private static final int ROW = 200;

    private final Json mapper;
    private final VehicleJson json;
    private final Problems problems;

    LookupHandler(Json mapper, VehicleJson json, Problems problems) {
        this.mapper = mapper;
        this.json = json;
        this.problems = problems;
    }

    /** One text of the request, and the VIN it is, what was forgiven in it, or why it is none. */
    record Asked(String text, Vin vin, String forgiven, Failure failure) {

        static Asked of(String text) {
            try {
                WrittenVin written = WrittenVin.read(text);
                return new Asked(text, written.vin(), written.notice(), null);
            } catch (Failure e) {
                return new Asked(text, null, null, e);
            }
        }
    }

    /** The request: every text in its place, and every VIN once. */
    record Lookups(List<Asked> asked, Set<Vin> vins) {}

    Lookups read(@Body RequestBody body) {
        List<String> texts =
                JsonBodyReader.read(mapper.mapper(), body, Vins.class).vins();
        if (texts == null || texts.isEmpty() || texts.size() > MOST) {
            throw new Failure(Reason.INVALID_REQUEST, "vins must hold 1 to " + MOST + " VINs");
        }
        body.reserveMemory(texts.size() * ROW);
        List<Asked> asked = texts.stream().map(Asked::of).toList();
        Set<Vin> vins = new LinkedHashSet<>();
        asked.stream().filter(one -> one.vin() != null).forEach(one -> vins.add(one.vin()));
        return new Lookups(asked, vins);
    }

    Reply results(@Body Map<Vin, LookupResult> found, @Variable("lookups") Lookups lookups) {
        String id = Correlation.id();
        return Reply.ok(() -> Stream.concat(
                        IntStream.range(0, lookups.asked().size())
                                .boxed()
                                .flatMap(i -> Correlation.under(
                                        id,
                                        () -> one(
                                                i == 0 ? "{\"results\":[" : ",",
                                                lookups.asked().get(i),
                                                found))),
                        Stream.of(text("]}")))
                .iterator());
    }

    private Stream<ByteBuffer> one(String before, Asked asked, Map<Vin, LookupResult> found) {
        String vin = before + "{\"vin\":" + mapper.text(asked.text());
        LookupResult one = asked.vin() == null ? null : found.get(asked.vin());
        if (one == null || one.vehicle() == null) {
            Failure failure = one == null ? asked.failure() : one.failure();
            String problem = mapper.text(problems.problem(failure));
            return Stream.of(text(vin + ",\"problem\":" + problem + "}"));
        }
        List<ByteBuffer> pieces = new ArrayList<>(List.of(text(vin + ",\"vehicle\":")));
        json.vehicle(one.vehicle(), null, asked.forgiven()).pieces().forEachRemaining(pieces::add);
        pieces.add(text("}"));
        return pieces.stream();
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The body of the request. */
    public record Vins(List<String> vins) {}
}
