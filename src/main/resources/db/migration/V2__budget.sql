-- Work goes in lanes, by what it costs: 0 nothing but our own time, 1 a call that is not billed, 2 a call that is billed (ADS),
-- 3 a call that is billed (Media Gallery).
ALTER TABLE work ADD COLUMN lane smallint NOT NULL DEFAULT 2;
UPDATE work SET lane = CASE WHEN kind = 'gallery' THEN 3 WHEN kind IN ('catalog', 'version') THEN 1 ELSE 2 END;
ALTER TABLE work ALTER COLUMN lane DROP DEFAULT;
DROP INDEX work_due;
CREATE INDEX work_due ON work (lane, priority, due_at);
CREATE INDEX work_held ON work (due_at) WHERE token IS NOT NULL;

-- One row: whoever hands out calls locks it, so that the cluster's limits are kept by all nodes together.
CREATE TABLE pace (
    one_row          boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    tokens           double precision NOT NULL DEFAULT 1,
    filled_at        timestamptz      NOT NULL DEFAULT now(),
    ads_held_until   timestamptz      NOT NULL DEFAULT '-infinity',
    media_held_until timestamptz      NOT NULL DEFAULT '-infinity'
);
INSERT INTO pace DEFAULT VALUES;

-- Billed calls by UTC day, counted before they are made.
CREATE TABLE budget (
    day   date PRIMARY KEY,
    spent bigint NOT NULL DEFAULT 0
);

-- What billed work cost and did, one row for each time a piece of work was in hand and called.
CREATE TABLE ledger (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL DEFAULT now(),
    day            date        NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
    request_key    text        NOT NULL COLLATE "C",
    kind           text        NOT NULL,
    cause          text        NOT NULL,
    correlation_id text,
    calls          integer     NOT NULL,
    outcome        text        NOT NULL,
    vehicles       integer     NOT NULL DEFAULT 0
);
CREATE INDEX ledger_by_day ON ledger (day, cause, outcome) INCLUDE (calls, vehicles);
CREATE INDEX ledger_of_caller ON ledger (correlation_id, request_key) INCLUDE (calls);

-- Calls that did not have to be made, by UTC day, cause and reason.
CREATE TABLE avoided (
    day   date   NOT NULL,
    cause text   NOT NULL,
    how   text   NOT NULL,
    calls bigint NOT NULL,
    PRIMARY KEY (day, cause, how)
);

-- What could not be done and waits for a person.
CREATE TABLE dead_letters (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source         text        NOT NULL,
    subject        text        NOT NULL COLLATE "C",
    reason         text        NOT NULL,
    detail         text,
    body           text        NOT NULL,
    attempts       integer     NOT NULL,
    correlation_id text,
    received_at    timestamptz NOT NULL,
    died_at        timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source, subject)
);

-- What a bucket holds that fills by nine tenths of the calls of a second and holds one tenth: no second ever sees more than it may.
CREATE FUNCTION tokens_now(held pace, moment timestamptz, per_second integer) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT least(ceil(per_second / 10.0)::double precision,
        held.tokens + 0.9 * per_second * greatest(0, extract(epoch FROM moment - held.filled_at)))
$$;

-- Hands out due work, the most urgent first, as far as node, cluster, pace and budget allow, and counts the calls it will cost.
-- A function, because each of its statements sees what was committed before it: one statement would count the work in other hands
-- as it was before it waited for the lock. Days and leases are by this server's clock. Compiling a plan, which a large table suggests,
-- would take longer than the claim.
CREATE FUNCTION claim_work(
    room integer, ads integer, media integer, lease interval, at_once integer, per_second integer, per_day bigint, for_people bigint)
RETURNS TABLE (request_key text, kind text, lane smallint, ask text, priority smallint, cause text, correlation_id text, token bigint,
    attempts integer, reserved_on date, more boolean)
LANGUAGE plpgsql SET jit = off AS $$
#variable_conflict use_column
DECLARE
    held pace;
    moment timestamptz;
    today date;
    calls integer;
    left_over bigint := 2147483647;
    for_others bigint := 2147483647;
    taken integer;
    chosen text[];
    given_up text[];
BEGIN
    SELECT * INTO held FROM pace FOR UPDATE;
    moment := clock_timestamp();
    today := (moment AT TIME ZONE 'UTC')::date;
    calls := least(room, at_once - (SELECT count(*) FROM work w WHERE w.token IS NOT NULL AND w.due_at > moment AND w.lane > 0));
    IF per_second IS NOT NULL THEN
        held.tokens := tokens_now(held, moment, per_second);
        calls := least(calls, floor(held.tokens));
    END IF;
    IF per_day IS NOT NULL THEN
        left_over := greatest(0, per_day - coalesce((SELECT spent FROM budget WHERE day = today), 0));
        for_others := greatest(0, left_over - for_people);
    END IF;
    ads := CASE WHEN held.ads_held_until > moment THEN 0 ELSE least(ads, calls) END;
    media := CASE WHEN held.media_held_until > moment THEN 0 ELSE least(media, calls) END;
    -- Into arrays first: joined with them, PostgreSQL would expect a tenth of all rows and go through the whole table.
    SELECT array_agg(ranked.request_key), array_agg(ranked.request_key) FILTER (WHERE ranked.lost) INTO chosen, given_up
    FROM (
        SELECT due.*, row_number() OVER urgency AS place,
            count(*) FILTER (WHERE due.lane > 0) OVER urgency AS calling,
            count(*) FILTER (WHERE due.lane > 1) OVER urgency AS billed
        FROM (
            SELECT found.*
            FROM (VALUES (0::smallint, left_over), (1::smallint, for_others), (2::smallint, for_others), (3::smallint, for_others))
                    AS urgency (priority, billable)
            CROSS JOIN (VALUES (0::smallint, room), (1::smallint, ads), (2::smallint, ads), (3::smallint, media))
                    AS offered (lane, most)
            CROSS JOIN LATERAL (
                SELECT w.request_key, w.lane, w.priority, w.due_at, w.token IS NOT NULL AS lost FROM work w
                WHERE w.lane = offered.lane AND w.priority = urgency.priority AND w.due_at <= moment
                ORDER BY w.due_at
                LIMIT greatest(0, CASE WHEN offered.lane > 1 THEN least(offered.most, urgency.billable) ELSE offered.most END)) AS found
        ) AS due
        WINDOW urgency AS (ORDER BY due.priority, due.due_at, due.request_key ROWS UNBOUNDED PRECEDING)
    ) AS ranked
    WHERE ranked.place <= room AND (ranked.lane = 0 OR ranked.calling <= calls)
        AND (ranked.lane <= 1 OR ranked.billed <= CASE ranked.priority WHEN 0 THEN left_over ELSE for_others END);
    RETURN QUERY
    WITH claimed AS (
        UPDATE work w SET token = nextval('work_token'), due_at = moment + lease, attempts = w.attempts + 1
        WHERE w.request_key = ANY (chosen) AND w.due_at <= moment
        RETURNING w.request_key, w.kind, w.lane, w.ask, w.priority, w.cause, w.correlation_id, w.token, w.attempts,
            w.request_key = ANY (coalesce(given_up, '{}')) AS lost
    ), counted AS (
        INSERT INTO budget AS b (day, spent)
        SELECT today, count(*) FROM claimed c WHERE c.lane > 1 HAVING count(*) > 0
        ON CONFLICT (day) DO UPDATE SET spent = b.spent + excluded.spent
    ), missed AS (
        -- Whoever had it in hand before is gone, and nobody knows whether it called.
        INSERT INTO ledger (request_key, kind, cause, correlation_id, calls, outcome)
        SELECT c.request_key, c.kind, c.cause, c.correlation_id, 1, 'lost' FROM claimed c WHERE c.lost AND c.lane > 1
    )
    SELECT c.request_key, c.kind, c.lane, c.ask, c.priority, c.cause, c.correlation_id, c.token, c.attempts,
        CASE WHEN c.lane > 1 THEN today END, (SELECT count(*) FROM claimed) >= calls
    FROM claimed c ORDER BY c.priority;
    IF per_second IS NOT NULL THEN
        GET DIAGNOSTICS taken = ROW_COUNT;
        UPDATE pace SET tokens = held.tokens - taken, filled_at = moment;
    END IF;
END $$;

-- Counts one call more for work in hand, as another attempt needs; false where pace or budget do not allow it now.
CREATE FUNCTION reserve_call(billed boolean, per_second integer, per_day bigint, unless_left bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    held pace;
    moment timestamptz;
    today date;
BEGIN
    SELECT * INTO held FROM pace FOR UPDATE;
    moment := clock_timestamp();
    today := (moment AT TIME ZONE 'UTC')::date;
    IF per_second IS NOT NULL THEN
        held.tokens := tokens_now(held, moment, per_second);
        IF held.tokens < 1 THEN
            RETURN false;
        END IF;
    END IF;
    IF billed THEN
        IF per_day IS NOT NULL AND per_day - unless_left <= coalesce((SELECT spent FROM budget WHERE day = today), 0) THEN
            RETURN false;
        END IF;
        INSERT INTO budget AS b (day, spent) VALUES (today, 1) ON CONFLICT (day) DO UPDATE SET spent = b.spent + 1;
    END IF;
    IF per_second IS NOT NULL THEN
        UPDATE pace SET tokens = held.tokens - 1, filled_at = moment;
    END IF;
    RETURN true;
END $$;
