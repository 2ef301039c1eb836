package io.vinbridge.api.vehicles;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.api.http.Problems;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.RequestBody;
import io.vinbridge.api.representation.JsonBodyReader;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.lookup.LookupResult;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.WrittenVin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for many vehicles, and answers them in the order asked. */
@Component
class LookupHandler {

    private static final int MOST = 1000;

    /** What is held of a vehicle until the answer is written, against the bytes of a body. */
    private static final int ROW = 200;

    private final ObjectMapper mapper;
    private final VehicleJson json;
    private final Problems problems;

    LookupHandler(ObjectMapper mapper, VehicleJson json, Problems problems) {
        this.mapper = mapper;
        this.json = json;
        this.problems = problems;
    }

    /** One text of the request, and the VIN it is, what was forgiven in it, or why it is none. */
    record Asked(String text, Vin vin, String forgiven, Failure failure) {

        static Asked of(String text) {
            try {
                WrittenVin written = WrittenVin.read(text);
                return new Asked(text, written.vin(), written.forgiven(), null);
            } catch (Failure e) {
                return new Asked(text, null, null, e);
            }
        }
    }

    /** The request: every text in its place, and every VIN once. */
    record Lookups(List<Asked> asked, Set<Vin> vins) {}

    Lookups read(@Body RequestBody body) {
        List<String> texts = JsonBodyReader.read(mapper, body, Vins.class).vins();
        if (texts == null || texts.isEmpty() || texts.size() > MOST) {
            throw new Failure(Reason.INVALID_REQUEST, "vins must hold 1 to " + MOST + " VINs");
        }
        body.weighs(texts.size() * ROW);
        List<Asked> asked = texts.stream().map(Asked::of).toList();
        Set<Vin> vins = new LinkedHashSet<>();
        asked.stream().filter(one -> one.vin() != null).forEach(one -> vins.add(one.vin()));
        return new Lookups(asked, vins);
    }

    Reply results(@Body Map<Vin, LookupResult> found, @Variable("lookups") Lookups lookups) {
        return Reply.ok(out -> write(found, lookups, out));
    }

    private void write(Map<Vin, LookupResult> found, Lookups lookups, OutputStream out) throws IOException {
        String between = "{\"results\":[";
        for (Asked asked : lookups.asked()) {
            out.write(
                    (between + "{\"vin\":" + mapper.writeValueAsString(asked.text())).getBytes(StandardCharsets.UTF_8));
            LookupResult one = asked.vin() == null ? null : found.get(asked.vin());
            if (one != null && one.vehicle() != null) {
                out.write(",\"vehicle\":".getBytes(StandardCharsets.UTF_8));
                json.vehicle(one.vehicle(), null, asked.forgiven()).writeTo(out);
            } else {
                out.write(",\"problem\":".getBytes(StandardCharsets.UTF_8));
                Failure failure = one == null ? asked.failure() : one.failure();
                out.write(mapper.writeValueAsBytes(problems.problem(failure)));
            }
            out.write('}');
            between = ",";
        }
        out.write("]}".getBytes(StandardCharsets.UTF_8));
    }

    /** The body of the request. */
    record Vins(List<String> vins) {}
}
