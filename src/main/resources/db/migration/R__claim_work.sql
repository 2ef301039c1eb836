-- Hands out due work, the most urgent first, as far as node, cluster, rate limit and budget allow, and counts the calls it will cost.
--
-- A function, because each of its statements sees what was committed before it: one statement would count the work in other hands as it
-- was before it waited for the lock. Days and leases are by this server's clock. Compiling a plan, which a large table suggests, would
-- take longer than the claim. By indexes alone: a queue is planned for while it is empty, and then has the pages of all rows that came and
-- went since the last vacuum, of which an index skips what is dead.
--
-- A service that asked to be left alone for a while is: its lane is closed, but that of descriptions only once all that describe are on hold.
-- Which of them is asked is chosen after the claim; one that is on hold is refused then, before it is called.
--
-- Own work (lane 0) has room of its own, so that a long run of calls does not hold it up, nor it the calls. Pictures (lane 4) take at
-- most half of the calls, so that pictures that hang leave room for descriptions. A node takes no description or list that was requested
-- under other settings than its own. What a lost node held goes first of its priority, but not more than twice: it may be what kills nodes.
-- So ten such at a time are in all hands, and what was lost once more is in hand without any other such; if a node is lost over that too,
-- or over the only one that was in hand the first time, whoever claims it next puts it aside (losses > 2).
--
-- Rows are locked in the order of their keys, as by whoever enqueues; those that somebody else touches at this moment are for the next
-- claim, so that nobody waits while holding the rate limit. A claim begins after whatever was requested before it, so it answers that too.
CREATE OR REPLACE FUNCTION claim_work(
    room integer, own integer, lists integer, describing integer, media integer, pictures integer, lister text, describers text[], lease interval,
    at_once integer, per_second integer, per_day bigint, for_people bigint, settings text)
RETURNS TABLE (request_key text, kind text, lane smallint, argument text, priority smallint, cause text, correlation_id text, token bigint,
    attempts integer, reserved_on date, more boolean, losses smallint)
LANGUAGE plpgsql SET jit = off SET enable_seqscan = off SET enable_bitmapscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    held rate_limit;
    on_hold text[];
    moment timestamptz;
    today date;
    calls integer;
    left_over bigint := 2147483647;
    for_others bigint := 2147483647;
    taken integer;
    chosen text[];
    given_up text[];
    suspects integer;
    apart boolean;
    alone boolean;
BEGIN
    SELECT * INTO held FROM rate_limit FOR UPDATE;
    moment := clock_timestamp();
    today := (moment AT TIME ZONE 'UTC')::date;
    calls := least(room, at_once - (SELECT count(*) FROM work w WHERE w.token IS NOT NULL AND w.due_at > moment AND w.lane > 0));
    IF per_second IS NOT NULL THEN
        held.tokens := refilled_tokens(held, moment, per_second);
        calls := least(calls, floor(held.tokens));
    END IF;
    IF per_day IS NOT NULL THEN
        left_over := greatest(0, per_day - coalesce((SELECT spent FROM budget WHERE day = today), 0));
        for_others := greatest(0, left_over - for_people);
    END IF;
    on_hold := ARRAY(SELECT h.service FROM call_holds h WHERE h.held_until > moment);
    lists := CASE WHEN lister = ANY (on_hold) THEN 0 ELSE least(lists, calls) END;
    describing := CASE WHEN describers <@ on_hold THEN 0 ELSE least(describing, calls) END;
    media := CASE WHEN 'media' = ANY (on_hold) THEN 0 ELSE least(media, calls) END;
    pictures := CASE WHEN 'media' = ANY (on_hold) THEN 0 ELSE least(pictures, calls, (at_once + 1) / 2
        - (SELECT count(*) FROM work w WHERE w.token IS NOT NULL AND w.due_at > moment AND w.lane = 4)) END;
    SELECT count(*), coalesce(bool_or(w.losses > 1), false) INTO suspects, apart
    FROM work w WHERE w.token IS NOT NULL AND w.due_at > moment AND w.losses IN (1, 2);
    -- Into arrays first: joined with them, PostgreSQL would expect a tenth of all rows and go through the whole table.
    SELECT array_agg(ranked.request_key), array_agg(ranked.request_key) FILTER (WHERE ranked.lost) INTO chosen, given_up
    FROM (
        WITH lost AS MATERIALIZED (
            SELECT *, ended.attempts < 3 AS first
            FROM (
                SELECT w.*, row_number() OVER (ORDER BY w.losses, w.due_at, w.request_key) AS nth
                FROM work w WHERE w.token IS NOT NULL AND w.due_at <= moment AND belongs_to_settings(w.request_key, settings)
            ) AS ended
            WHERE ended.losses > 1
                OR NOT apart AND CASE ended.losses WHEN 0 THEN ended.nth <= 10 - suspects ELSE ended.nth = 1 AND suspects = 0 END
        )
        SELECT due.*, count(*) FILTER (WHERE due.lane = 0) OVER urgency AS owned,
            count(*) FILTER (WHERE due.lane > 0) OVER urgency AS calling,
            count(*) FILTER (WHERE due.lane IN (2, 3)) OVER urgency AS billed
        FROM (
            SELECT found.*
            FROM (VALUES (0::smallint, left_over), (1::smallint, for_others), (2::smallint, for_others), (3::smallint, for_others))
                    AS urgency (priority, billable)
            CROSS JOIN (VALUES (0::smallint, own), (1::smallint, lists), (2::smallint, describing), (3::smallint, media), (4::smallint, pictures))
                    AS offered (lane, most)
            CROSS JOIN LATERAL (
                SELECT greatest(0, CASE WHEN offered.lane IN (2, 3) THEN least(offered.most, urgency.billable) ELSE offered.most END) AS most
            ) AS allowed
            CROSS JOIN LATERAL (
                SELECT l.request_key, l.lane, l.priority, l.due_at, true AS lost, l.first FROM lost l
                WHERE l.lane = offered.lane AND l.priority = urgency.priority
                UNION ALL
                (SELECT w.request_key, w.lane, w.priority, w.due_at, false, false FROM work w
                WHERE w.lane = offered.lane AND w.priority = urgency.priority AND w.due_at <= moment AND w.token IS NULL
                    AND belongs_to_settings(w.request_key, settings)
                ORDER BY w.due_at
                LIMIT allowed.most)
                ORDER BY first DESC, due_at
                LIMIT allowed.most) AS found
        ) AS due
        WINDOW urgency AS (ORDER BY due.priority, due.first DESC, due.due_at, due.request_key ROWS UNBOUNDED PRECEDING)
    ) AS ranked
    WHERE CASE ranked.lane WHEN 0 THEN ranked.owned <= own ELSE ranked.calling <= calls END
        AND (ranked.lane NOT IN (2, 3) OR ranked.billed <= CASE ranked.priority WHEN 0 THEN left_over ELSE for_others END);
    SELECT array_agg(free.request_key) INTO chosen
    FROM (SELECT w.request_key FROM work w WHERE w.request_key = ANY (chosen) AND w.due_at <= moment
        ORDER BY w.request_key FOR UPDATE SKIP LOCKED) AS free;
    alone := suspects = 0 AND (SELECT count(*) FROM work w WHERE w.request_key = ANY (chosen) AND w.request_key = ANY (given_up) AND w.losses < 2) = 1;
    RETURN QUERY
    WITH before AS (
        SELECT w.request_key, w.calls FROM work w WHERE w.request_key = ANY (chosen)
    ), claimed AS (
        UPDATE work w SET token = nextval('work_token'), due_at = moment + lease, attempts = w.attempts + 1, rerun = false,
            calls = CASE WHEN w.lane IN (2, 3) THEN 1 ELSE 0 END,
            losses = CASE WHEN w.request_key = ANY (given_up) THEN w.losses + CASE WHEN alone AND w.losses = 0 THEN 2 ELSE 1 END ELSE 0 END
        FROM before WHERE w.request_key = before.request_key
        RETURNING w.request_key, w.kind, w.lane, w.argument, w.priority, w.cause, w.correlation_id, w.token, w.attempts,
            w.request_key = ANY (coalesce(given_up, '{}')) AS lost, before.calls AS lost_calls, w.losses
    ), counted AS (
        INSERT INTO budget AS b (day, spent)
        SELECT today, count(*) FROM claimed c WHERE c.lane IN (2, 3) HAVING count(*) > 0
        ON CONFLICT (day) DO UPDATE SET spent = b.spent + excluded.spent
    ), missed AS (
        -- Whoever had it in hand before is gone, and nobody knows whether it made the calls that were counted for it.
        INSERT INTO ledger (request_key, kind, cause, correlation_id, calls, outcome)
        SELECT c.request_key, c.kind, c.cause, c.correlation_id, greatest(c.lost_calls, 1), 'lost' FROM claimed c WHERE c.lost AND c.lane IN (2, 3)
    )
    SELECT c.request_key, c.kind, c.lane, c.argument, c.priority, c.cause, c.correlation_id, c.token, c.attempts,
        CASE WHEN c.lane IN (2, 3) THEN today END, (SELECT count(*) FROM claimed o WHERE o.lane > 0) >= calls
            OR (own > 0 AND (SELECT count(*) FROM claimed o WHERE o.lane = 0) >= own)
            OR (pictures > 0 AND (SELECT count(*) FROM claimed p WHERE p.lane = 4) >= pictures), c.losses
    FROM claimed c ORDER BY c.priority;
    IF per_second IS NOT NULL THEN
        SELECT count(*) INTO taken FROM work w WHERE w.request_key = ANY (chosen) AND w.lane > 0;
        UPDATE rate_limit SET tokens = held.tokens - taken, filled_at = moment;
    END IF;
END $$;
