package io.vinbridge.api.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Content negotiation by what a caller takes (RFC 9110, section 12.5.1).
 *
 * @param ranges in the order of the header; none where whatever comes is taken
 */
record AcceptedTypes(List<MediaType> ranges) {

    /** {@code accept} is null where the header was not sent; one that cannot be read says nothing. */
    static AcceptedTypes of(String accept) {
        try {
            return new AcceptedTypes(MediaType.parseMediaTypes(accept));
        } catch (InvalidMediaTypeException e) {
            return new AcceptedTypes(List.of());
        }
    }

    /**
     * The one of best quality among those that there are, the usual one first; of several, the one that the caller
     * names first, else the first. Who takes none of them gets the usual one.
     */
    String preferred(String... offered) {
        return Arrays.stream(offered)
                .map(MediaType::valueOf)
                .min(Comparator.comparingDouble((MediaType type) -> -quality(type))
                        .thenComparingInt(this::place))
                .filter(type -> quality(type) > 0)
                .map(MediaType::toString)
                .orElse(offered[0]);
    }

    /** That of the range which says most of the type; 0 where none has it. */
    private double quality(MediaType type) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparingInt(AcceptedTypes::precision).thenComparing(MediaType::getQualityValue))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static int precision(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private int place(MediaType type) {
        for (int place = 0; place < ranges.size(); place++) {
            if (ranges.get(place).equalsTypeAndSubtype(type)) {
                return place;
            }
        }
        return ranges.size();
    }
}
