-- Who still wants a description: it is refreshed by age while a vehicle of its key is tracked or while it is read, and rests after
-- that. Whoever caused the first look counts as its first reader, so that a count lost with a node makes nothing rest too early.
ALTER TABLE descriptions
    ADD COLUMN reads   bigint  NOT NULL DEFAULT 0,
    ADD COLUMN read_at timestamptz DEFAULT now(),
    ADD COLUMN resting boolean NOT NULL DEFAULT false;
CREATE INDEX descriptions_by_age ON descriptions (outcome, looked_at, request_key) WHERE NOT resting;

ALTER TABLE vehicles ADD COLUMN tracked boolean NOT NULL DEFAULT false;
CREATE INDEX vehicles_tracked ON vehicles (request_key) WHERE tracked;
