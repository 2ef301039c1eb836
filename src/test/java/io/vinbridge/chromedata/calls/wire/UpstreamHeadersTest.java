package io.vinbridge.chromedata.calls.wire;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code true} means held back, in both directions. */
class UpstreamHeadersTest {

    private final UpstreamHeaders headers = new UpstreamHeaders();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept", "Authorization", "Content-Type", "SOAPAction", "X-Correlation-Id",
                "accept", "AUTHORIZATION", "content-type", "soapaction", "x-correlation-id"
            })
    void lettingOutWhatACallNeeds(String name) {
        assertThat(headers.applyFilterToCamelHeaders(name, "x", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpUri",
                "camelhttpuri",
                "CamelHttpPath",
                "operationName",
                "operationNamespace",
                "Long-Running-Action",
                "X-API-Key",
                "Cookie",
                "Host",
                "Retry-After",
                "traceparent",
                "",
                " Accept"
            })
    void holdingBackWhatIsOurs(String name) {
        assertThat(headers.applyFilterToCamelHeaders(name, "x", null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After",
                "retry-after",
                "CamelHttpResponseCode",
                "org.apache.cxf.message.Message.RESPONSE_CODE"
            })
    void lettingInTheStatusAndWhenToComeBack(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpUri",
                "CamelSqlQuery",
                "cAmELFileName",
                "CamelBeanMethodName",
                "operationName",
                "Long-Running-Action",
                "Location",
                "Set-Cookie",
                "Authorization",
                "X-Correlation-Id",
                "Chrome"
            })
    void keepingOutWhatCouldSteerARoute(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", null)).isTrue();
    }

    @Property
    void holdingBackEveryHeaderNobodyThoughtOf(@ForAll String name) {
        assertThat(headers.applyFilterToCamelHeaders("Camel" + name, "x", null)).isTrue();
        assertThat(headers.applyFilterToExternalHeaders("X-" + name, "x", null)).isTrue();
    }
}
