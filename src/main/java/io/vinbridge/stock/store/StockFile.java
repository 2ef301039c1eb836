package io.vinbridge.stock.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Stock file, and what became of it.
 *
 * @param number grows with each file
 * @param whole whether what is missing in it is gone
 * @param newEnding whether it may lack what the last one had at its end
 * @param again whether it is read though the same one was before
 * @param reason a word for why it is held or refused; null where it is neither
 * @param detail the same for people
 * @param charset in which it is read; null where it says so itself
 * @param saidAt as of when it speaks
 * @param columns what its columns are called, and what we take each for; empty where it has none of its own
 * @param finishedAt null until it is over
 */
public record StockFile(
        long number,
        UUID id,
        String dealer,
        boolean whole,
        boolean newEnding,
        boolean again,
        StockFileState state,
        String reason,
        String detail,
        String sha256,
        long bytes,
        String charset,
        Instant saidAt,
        Instant receivedAt,
        Instant finishedAt,
        String correlationId,
        StockCounts counts,
        List<Column> columns,
        long token) {

    /** Whether it is read, and being taken. */
    public boolean taking() {
        return state == StockFileState.TAKING;
    }

    /** A column of a file: its name there, and what we call it. */
    public record Column(String name, String means) {}
}
