-- The change feed: each committed change gets a place, one after the other without gaps, by one sequencer at a time. A place is given
-- after the commit of the change, and the places of one round are seen before the next round begins, so that whoever has read to
-- a place has seen everything up to it.
ALTER TABLE changes ADD COLUMN place bigint;
CREATE UNIQUE INDEX changes_by_place ON changes (place) WHERE place IS NOT NULL;
CREATE INDEX changes_without_place ON changes (id) WHERE place IS NULL;
-- Numbering makes a new version of every row: the old ones are to be cleared away before there are many.
ALTER TABLE changes SET (autovacuum_vacuum_scale_factor = 0.02);

-- One row: the last place given. Whoever gives places holds it until the commit.
CREATE TABLE feed (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    head    bigint NOT NULL DEFAULT 0
);
INSERT INTO feed DEFAULT VALUES;

-- Gives places to the next changes, if nobody else is about it, and says to how many and which place is the last now. A function,
-- because each of its statements sees what was committed before it: one statement would count on from a place, and number what has
-- none, as both were before it came by the row. After many rows got their places, statistics are wrong for a while about how many have
-- none; a walk through the whole table is no plan.
CREATE FUNCTION number_changes(most integer) RETURNS TABLE (numbered integer, head bigint)
LANGUAGE plpgsql SET jit = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
    last bigint;
    given integer := 0;
BEGIN
    -- Most of the time there is nothing to do, and it costs no lock to see that.
    IF EXISTS (SELECT FROM changes WHERE place IS NULL) THEN
        SELECT f.head INTO last FROM feed f FOR UPDATE SKIP LOCKED;
        IF FOUND THEN
            WITH next AS MATERIALIZED (
                SELECT id FROM changes WHERE place IS NULL ORDER BY id LIMIT most FOR UPDATE SKIP LOCKED
            ), placed AS (SELECT id, last + row_number() OVER (ORDER BY id) AS place FROM next)
            UPDATE changes c SET place = placed.place FROM placed WHERE c.id = placed.id;
            GET DIAGNOSTICS given = ROW_COUNT;
            UPDATE feed f SET head = last + given WHERE given > 0;
        END IF;
    END IF;
    RETURN QUERY SELECT given, f.head FROM feed f;
END
$$;

-- Who reads the feed for others, and how far it has come: read and passed on to there. Held by one node at a time, on the database's
-- clock; the token is the holder's.
CREATE TABLE feed_readers (
    name       text PRIMARY KEY,
    place      bigint      NOT NULL DEFAULT 0,
    token      bigint,
    held_until timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE SEQUENCE feed_token;
-- What was stored before anybody published it gets its places too, the first, and is not published.
INSERT INTO feed_readers (name, place) SELECT name, (SELECT count(*) FROM changes) FROM (VALUES ('redis'), ('webhooks')) AS new (name);

-- Who wants to be told of changes. What is empty or null of the filter holds for everything. "since" is the place of the feed it
-- was made or switched on at: it is told of what comes after. While a receiver fails, it rests, and is tried by one delivery.
CREATE TABLE webhooks (
    id              uuid PRIMARY KEY,
    number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    url             text        NOT NULL,
    description     text,
    kinds           text[]      NOT NULL DEFAULT '{}',
    vins            text[]      NOT NULL DEFAULT '{}',
    make            text,
    model           text,
    enabled         boolean     NOT NULL DEFAULT true,
    disabled_reason text,
    secret          text        NOT NULL,
    old_secret      text,
    old_until       timestamptz,
    since           bigint      NOT NULL,
    failures        integer     NOT NULL DEFAULT 0,
    resting_until   timestamptz NOT NULL DEFAULT '-infinity',
    created_at      timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

-- What is to be told to whom, and what became of it. A claimed row carries a token, and its lease ends at due_at.
CREATE TABLE webhook_deliveries (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook_id   uuid        NOT NULL REFERENCES webhooks ON DELETE CASCADE,
    message_id   text        NOT NULL,
    change_id    bigint,
    kind         text        NOT NULL,
    state        text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'given-up')),
    attempts     integer     NOT NULL DEFAULT 0,
    token        bigint,
    created_at   timestamptz NOT NULL DEFAULT now(),
    begun_at     timestamptz NOT NULL DEFAULT now(),
    due_at       timestamptz NOT NULL DEFAULT now(),
    attempted_at timestamptz,
    finished_at  timestamptz,
    status       integer,
    failure      text
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, due_at) WHERE state = 'pending';
CREATE INDEX webhook_deliveries_of_webhook ON webhook_deliveries (webhook_id, id);
CREATE INDEX webhook_deliveries_finished ON webhook_deliveries (finished_at) WHERE finished_at IS NOT NULL;
CREATE SEQUENCE webhook_token CACHE 100;
