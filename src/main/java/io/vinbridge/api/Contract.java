package io.vinbridge.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The one contract, in both of its forms. */
@Component
class Contract {

    private final byte[] yaml;
    private final byte[] json;

    Contract(ObjectMapper mapper) throws IOException {
        try (InputStream contract = new ClassPathResource(ContractRoutes.CONTRACT).getInputStream()) {
            this.yaml = contract.readAllBytes();
        }
        this.json = mapper.writeValueAsBytes(new YAMLMapper().readTree(yaml));
    }

    Reply yaml() {
        return Reply.of(200, "application/yaml", Content.of(yaml));
    }

    Reply json() {
        return Reply.ok(Content.of(json));
    }
}
