-- What other systems said happened to vehicles: one row for each event, however often and by whichever way it came. Its key is its
-- source and id, or its content. due_at is null once it was acted upon, or has become a dead letter.
CREATE TABLE inbox (
    key            bytea PRIMARY KEY,
    way            text        NOT NULL,
    kind           text        NOT NULL,
    vin            text        NOT NULL COLLATE "C",
    event          text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    received_at    timestamptz NOT NULL DEFAULT now(),
    due_at         timestamptz DEFAULT now(),
    outcome        text CHECK (outcome IN ('acted', 'ignored', 'dead')),
    attempts       smallint    NOT NULL DEFAULT 0,
    correlation_id text        NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX inbox_due ON inbox (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX inbox_by_age ON inbox USING brin (received_at);

-- How many came in by each way, in several rows that are added up, so that nodes do not wait for each other.
CREATE TABLE intake (
    way       text     NOT NULL,
    slot      smallint NOT NULL,
    received  bigint   NOT NULL,
    accepted  bigint   NOT NULL,
    duplicate bigint   NOT NULL,
    dead      bigint   NOT NULL,
    PRIMARY KEY (way, slot)
) WITH (fillfactor = 50);

-- What became of what was accepted, likewise.
CREATE TABLE acting (
    slot    smallint PRIMARY KEY,
    acted   bigint NOT NULL,
    ignored bigint NOT NULL,
    dead    bigint NOT NULL
) WITH (fillfactor = 50);

-- What else is known of a vehicle, from those who have it: a JSON object that is served as it stands, and beside it for each of its
-- members when that was said and by which event, so that whatever order events come in, the newest wins.
ALTER TABLE vehicles
    ADD COLUMN own       text,
    ADD COLUMN own_said  text,
    ADD COLUMN tracking_said text COLLATE "C";

-- The body of a letter that is no text is kept in base64.
ALTER TABLE dead_letters ADD COLUMN encoding text CHECK (encoding = 'base64');
