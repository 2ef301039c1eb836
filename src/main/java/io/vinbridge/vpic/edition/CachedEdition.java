package io.vinbridge.vpic.edition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.EditionData;
import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.data.VinSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Edition of which a node keeps in memory what was asked for last, as far as it fits. An edition never changes, so
 * nothing expires.
 */
final class CachedEdition implements EditionData {

    private final EditionData stored;
    private final Cache<String, ManufacturerCode> codes;
    private final Cache<Integer, VinSchema> schemas;

    CachedEdition(EditionData stored, long bytes) {
        this.stored = stored;
        this.codes = Caffeine.newBuilder()
                .maximumWeight(bytes / 8)
                .weigher((String code, ManufacturerCode one) -> one.size())
                .executor(Runnable::run)
                .build();
        this.schemas = Caffeine.newBuilder()
                .maximumWeight(bytes - bytes / 8)
                .weigher((Integer id, VinSchema one) -> one.size())
                .executor(Runnable::run)
                .build();
    }

    @Override
    public EditionCommons commons() {
        return stored.commons();
    }

    @Override
    public Map<String, ManufacturerCode> codes(Collection<String> asked) {
        return found(codes, asked, stored::codes);
    }

    @Override
    public Map<Integer, VinSchema> schemas(Collection<Integer> asked) {
        return found(schemas, asked, stored::schemas);
    }

    private static <K, V> Map<K, V> found(
            Cache<K, V> near, Collection<K> asked, Function<Collection<K>, Map<K, V>> load) {
        Map<K, V> found = new HashMap<>();
        List<K> missing = new ArrayList<>();
        for (K key : asked) {
            V one = near.getIfPresent(key);
            if (one == null) {
                missing.add(key);
            } else {
                found.put(key, one);
            }
        }
        if (!missing.isEmpty()) {
            Map<K, V> loaded = load.apply(missing);
            near.putAll(loaded);
            found.putAll(loaded);
        }
        return found;
    }
}
