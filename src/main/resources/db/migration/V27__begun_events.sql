-- Events that a node has begun to act upon, noted before it does: what ended a node would otherwise be the first that the next one takes up,
-- for ever. A node that is done deletes its row; a row whose lease is over is of a node that ended. Its events are counted as begun, are
-- acted upon one by one after that, and after the second time are put aside with a letter.
CREATE TABLE begun_events (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    keys        bytea[]     NOT NULL,
    lease_until timestamptz NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
COMMENT ON TABLE begun_events IS 'Batches of events in the hands of nodes; a row lives for one batch';
ALTER TABLE inbox ADD COLUMN begun smallint NOT NULL DEFAULT 0;
CREATE INDEX inbox_begun ON inbox (due_at) WHERE due_at IS NOT NULL AND begun > 0;
