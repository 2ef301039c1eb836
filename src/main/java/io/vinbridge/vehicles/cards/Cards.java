package io.vinbridge.vehicles.cards;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.database.HeapShare;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.Documents;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Cards of documents, derived once each: a document never changes, so neither does a card of it. */
@Component
public class Cards {

    /** A card with the colours that it knows, in memory. */
    private static final int CARD = 6_000;

    private static final DataSize MEANT = DataSize.ofMegabytes(32);

    /** The card of what is not described. */
    public static final OfferedCard UNDESCRIBED = derive(
            new Description(
                    new CommonFacts(
                            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                            null),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null),
            null);

    private final LoadingCache<Key, OfferedCard> near;

    Cards(Documents documents) {
        this.near = Caffeine.newBuilder()
                .maximumSize(Math.max(100, HeapShare.of(MEANT, 32) / CARD))
                .build(key -> derive(documents.get(key.document()).description(), key.styleId()));
    }

    /**
     * The card of one style of a document, with the colours it is offered in; {@code styleId} is null where none is chosen, {@code
     * document} where there is none.
     */
    public OfferedCard of(DocumentHash document, Integer styleId) {
        return document == null ? UNDESCRIBED : near.get(new Key(document, styleId));
    }

    private static OfferedCard derive(Description description, Integer styleId) {
        return new OfferedCard(
                CardDerivation.of(description, styleId),
                new PaintFacts(new NarrowedDescription(description, styleId)).offered(description.exteriorColors()));
    }

    /** A card, and the exterior colours of its styles. */
    public record OfferedCard(Card card, List<Card.Paint> colors) {}

    private record Key(DocumentHash document, Integer styleId) {}
}
