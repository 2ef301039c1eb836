package io.vinbridge.vpic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.testing.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A dump of vPIC with two makers: all cars of 1HG are alike, and 1ZT makes trailers. */
public final class SmallDump {

    private final List<String> patterns = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();

    private SmallDump() {}

    /** All that the sandbox says of the cars of 1HG as well. */
    public static SmallDump ofHondas() {
        return new SmallDump().with(5, "9").with(28, "5");
    }

    /** With what all cars are. */
    public SmallDump with(int element, String attribute) {
        patterns.add("*\t%d\t7\t%d\t%s\t2020-01-01 00:00:00\t\\N".formatted(patterns.size() + 1, element, attribute));
        return this;
    }

    /**
     * With a specification sheet of the cars' model.
     *
     * @param key the element and the attribute for which it holds, such as {@code 5=9}
     * @param value what it says then
     * @param changed the day of its last change
     */
    public SmallDump withSheet(String key, String value, String changed) {
        int id = sheets.size() / 2 + 1;
        for (String entry : List.of("t=" + key, "f=" + value)) {
            String[] part = entry.split("=", 3);
            sheets.add("%d\t%d\t%s\t%s\t%s\t%s 00:00:00\t\\N"
                    .formatted(sheets.size() + 1, id, part[0], part[1], part[2], changed));
        }
        return this;
    }

    /** Puts it in use. */
    public HttpResponse<String> load(Node node) {
        return load(node, "");
    }

    /** The same with a query. */
    public HttpResponse<String> load(Node node, String query) {
        return node.send(node.request("/api/v1/vpic/imports" + query)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(text().getBytes(UTF_8))));
    }

    /** As NHTSA publishes it. */
    public byte[] zip(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(text().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String text() {
        return """
                COPY vpic.pattern (keys, id, vinschemaid, elementid, attributeid, createdon, updatedon) FROM stdin;
                %s
                \\.
                COPY vpic.wmi (wmi, id, manufacturerid, vehicletypeid, publicavailabilitydate) FROM stdin;
                1HG\t1\t1\t2\t2015-01-01 00:00:00
                1ZT\t2\t2\t6\t2015-01-01 00:00:00
                \\.
                COPY vpic.wmi_make (wmiid, makeid) FROM stdin;
                1\t3
                2\t4
                \\.
                COPY vpic.wmi_vinschema (id, wmiid, vinschemaid, yearfrom, yearto) FROM stdin;
                1\t1\t7\t1980\t\\N
                2\t2\t8\t1981\t\\N
                \\.
                COPY vpic.vinschema (id, tobeqced) FROM stdin;
                7\tf
                8\tf
                \\.
                COPY vpic.element (id, name, lookuptable, isprivate, decode, weight) FROM stdin;
                5\tBody Class\tBodyStyle\tf\tPattern\t99
                15\tDrive Type\tDriveType\tf\tPattern\t99
                26\tMake\tMake\tf\tPattern\t99
                27\tManufacturer Name\tManufacturer\tf\tWMI\t\\N
                28\tModel\tModel\tf\tPattern\t99
                29\tModel Year\t\\N\tf\tWMI\t99
                39\tVehicle Type\tVehicleType\tf\tWMI\t99
                \\.
                COPY vpic.vehicletype (id, name) FROM stdin;
                2\tPassenger Car
                6\tTrailer
                \\.
                COPY vpic.bodystyle (name, id) FROM stdin;
                Sedan/Saloon\t9
                \\.
                COPY vpic.drivetype (name, id) FROM stdin;
                RWD/Rear-Wheel Drive\t4
                AWD/All-Wheel Drive\t2
                \\.
                COPY vpic.model (id, name) FROM stdin;
                5\tAccord
                \\.
                COPY vpic.make (id, name) FROM stdin;
                3\tHonda
                4\tTrailmaker
                \\.
                COPY vpic.make_model (id, makeid, modelid) FROM stdin;
                1\t3\t5
                \\.
                COPY vpic.manufacturer (id, name) FROM stdin;
                1\tAmerican Honda
                2\tTrail Makers
                \\.
                COPY vpic.errorcode (id, name, additionalerrortext, weight) FROM stdin;
                0\t0 - clean\t\\N\t0
                1\t1 - check digit\t\\N\t-5
                7\t7 - manufacturer\t\\N\t-10000
                8\t8 - no data\t\\N\t-1000
                11\t11 - model year\t\\N\t-20
                14\t14 - not explained\t\\N\t-30
                \\.
                %s""".formatted(String.join("\n", patterns), sheets.isEmpty() ? "" : sheets());
    }

    /** Sheets that hold for Hondas of 2003. */
    private String sheets() {
        return """
                COPY vpic.vehiclespecschema (id, makeid, createdon, updatedon, vehicletypeid, sourcedate, tobeqced) FROM stdin;
                40\t3\t2020-01-01 00:00:00\t\\N\t2\t\\N\tf
                \\.
                COPY vpic.vehiclespecschema_model (id, vehiclespecschemaid, modelid) FROM stdin;
                1\t40\t5
                \\.
                COPY vpic.vehiclespecschema_year (id, vehiclespecschemaid, year) FROM stdin;
                1\t40\t2003
                \\.
                COPY vpic.vspecschemapattern (id, schemaid) FROM stdin;
                %s
                \\.
                COPY vpic.vehiclespecpattern (id, vspecschemapatternid, iskey, elementid, attributeid, createdon, updatedon) FROM stdin;
                %s
                \\.
                """.formatted(
                        IntStream.rangeClosed(1, sheets.size() / 2)
                                .mapToObj(id -> id + "\t40")
                                .collect(Collectors.joining("\n")),
                        String.join("\n", sheets));
    }
}
