package io.vinbridge.api.representation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.database.HeapShare;
import io.vinbridge.vehicles.VehiclesSettings;
import io.vinbridge.vehicles.documents.Document;
import io.vinbridge.vehicles.documents.DocumentHash;
import org.springframework.stereotype.Component;

/**
 * Cache of documents as readers get them in gzip, without their first brace: deflated once instead of for each reader.
 */
@Component
public class DeflatedDocuments {

    private static final int ENTRY = 200;

    private final Cache<DocumentHash, DeflatedBlock> near;

    DeflatedDocuments(VehiclesSettings settings) {
        this.near = Caffeine.newBuilder()
                .maximumWeight(HeapShare.of(settings.deflatedCache(), 32))
                .weigher((DocumentHash hash, DeflatedBlock block) -> block.bytes().length + ENTRY)
                .build();
    }

    DeflatedBlock of(Document document) {
        return near.get(document.hash(), hash -> DeflatedBlock.thorough(document.content(), 1));
    }
}
