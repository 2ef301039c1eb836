package io.vinbridge.api.representation;

import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.stereotype.Component;

/**
 * Buffers of the JSON that the API reads and writes, pooled: as many as requests that use one at a time, instead of one
 * for each thread of the container that ever did, as large as the longest text it met.
 */
@Component
class PooledJsonBuffers implements Jackson2ObjectMapperBuilderCustomizer {

    @Override
    public void customize(Jackson2ObjectMapperBuilder json) {
        json.postConfigurer(mapper -> mapper.getFactory().setRecyclerPool(JsonRecyclerPools.sharedBoundedPool()));
    }
}
