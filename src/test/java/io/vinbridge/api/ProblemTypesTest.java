package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vinbridge.failures.Reason;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that is made from the contract knows each problem that it may be sent. */
class ProblemTypesTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void eachReasonIsInTheContract(Reason reason) throws IOException {
        try (InputStream contract = ProblemTypesTest.class.getResourceAsStream("/openapi/vinbridge.yaml")) {
            JsonNode types = new YAMLMapper().readTree(contract).at("/components/schemas/Problem/properties/type/enum");

            assertThat(types).extracting(JsonNode::asText).contains("urn:vinbridge:problem:" + reason.word());
        }
    }
}
