package io.vinbridge.ops.routes.revisions;

import java.time.Instant;

/**
 * Revision of a file: one edit, applied or refused.
 *
 * @param text null where the file was taken away, or where a refused text is not kept
 * @param before the text that it replaced, or would have; null where there was none
 * @param refusal why it was refused; null where it was applied
 */
public record Revision(
        long number,
        String file,
        String text,
        String before,
        String origin,
        String author,
        String note,
        String refusal,
        String correlationId,
        Instant madeAt) {}
