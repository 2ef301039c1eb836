package io.vinbridge.api.media;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.gallery.selection.Coverage;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Tells which styles lack which pictures. */
@Component
class CoverageHandler {

    private static final String LIST = "media-coverage";

    private final Galleries galleries;
    private final Coverage coverage;
    private final PagedReplies lists;

    CoverageHandler(Galleries galleries, Coverage coverage, PagedReplies lists) {
        this.galleries = galleries;
        this.coverage = coverage;
        this.lists = lists;
    }

    Integer styleId(@Variable("parameters") Parameters parameters) {
        return parameters.integer("styleId");
    }

    Reply ofStyle(@Body StoredGallery gallery) {
        return lists.reply(List.of(coverage.of(gallery)), null);
    }

    /** A part of the styles; of those, unless all are asked for, the ones that lack something. */
    Reply report(@Variable("parameters") Parameters parameters) {
        long after = PageCursor.readNumber(LIST, parameters.text("cursor"), 0);
        int limit = parameters.integer("limit", 50);
        List<StoredGallery> page = galleries.after((int) after, limit + 1);
        List<StoredGallery> part = page.subList(0, Math.min(limit, page.size()));
        String next = page.size() > limit
                ? PageCursor.write(
                        LIST, List.of(Integer.toString(part.get(limit - 1).styleId())))
                : null;
        List<Coverage.Lack> lacks = part.stream()
                .map(coverage::of)
                .filter(lack -> parameters.flag("all") || !lack.complete())
                .toList();
        return lists.reply(lacks, next, Map.of("styles", part.size()));
    }
}
