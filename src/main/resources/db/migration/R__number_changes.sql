-- Gives positions to the next changes, if nobody else is about it, and returns how many and which position is the last now.
--
-- A position is given after the commit of the change, by one sequencer at a time, and those of one round are seen before the next round
-- begins: whoever has read to a position has seen everything up to it. A function, because each of its statements sees what was committed
-- before it: one statement would count on from a head, and number what has none, as both were before it came by the row. After many rows
-- got their positions, statistics are wrong for a while about how many have none; a walk through the whole table is no plan.
CREATE OR REPLACE FUNCTION number_changes(most integer) RETURNS TABLE (numbered integer, head bigint)
LANGUAGE plpgsql SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
    last bigint;
    given integer := 0;
BEGIN
    -- Most of the time there is nothing to do, and it costs no lock to see that.
    IF EXISTS (SELECT FROM changes WHERE position IS NULL) THEN
        SELECT f.head INTO last FROM feed_head f FOR UPDATE SKIP LOCKED;
        IF FOUND THEN
            WITH next AS MATERIALIZED (
                SELECT id FROM changes WHERE position IS NULL ORDER BY id LIMIT most FOR UPDATE SKIP LOCKED
            ), positioned AS (SELECT id, last + row_number() OVER (ORDER BY id) AS position FROM next)
            UPDATE changes c SET position = positioned.position FROM positioned WHERE c.id = positioned.id;
            GET DIAGNOSTICS given = ROW_COUNT;
            UPDATE feed_head f SET head = last + given WHERE given > 0;
        END IF;
    END IF;
    RETURN QUERY SELECT given, f.head FROM feed_head f;
END
$$;
