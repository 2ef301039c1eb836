package io.vinbridge.testing;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of headers by which Camel and CXF are steered, in the cases that mean the same to them. */
public final class SteeringNames {

    private SteeringNames() {}

    public static Stream<String> all() {
        return Stream.of(
                        "CamelHttpUri",
                        "CamelHttpPath",
                        "CamelHttpQuery",
                        "CamelRestHttpUri",
                        "CamelHttpResponseCode",
                        "CamelDestinationOverrideUrl",
                        "CamelRedis.Channel",
                        "CamelRedis.Command",
                        "CamelSqlQuery",
                        "CamelJsltResourceUri",
                        "CamelFileName",
                        "operationName",
                        "operationNamespace",
                        "RequestContext",
                        "ResponseContext",
                        "Long-Running-Action",
                        "breadcrumbId")
                .flatMap(name -> Stream.of(
                        name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), alternating(name)));
    }

    private static String alternating(String name) {
        return IntStream.range(0, name.length())
                .mapToObj(at -> name.substring(at, at + 1))
                .reduce(
                        "",
                        (before, letter) -> before
                                + (before.length() % 2 == 0
                                        ? letter.toLowerCase(Locale.ROOT)
                                        : letter.toUpperCase(Locale.ROOT)));
    }
}
