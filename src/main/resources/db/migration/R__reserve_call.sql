-- Counts one call more for the work that a token holds, in the budget and in its row; false where rate limit or budget do not allow it
-- now, or where the work is another's by now, whose result alone counts: that call would be paid for, and stand in no ledger.
--
-- Where the bucket is empty, the call takes its turn: it owes the bucket a token, and waits until that has been filled in. While anything
-- is owed, no work is handed out. What would have to wait for more than five seconds is not allowed.
--
-- The work comes first: nobody waits for it while holding the rate limit. Whoever claims holds that and skips work that is locked.
CREATE OR REPLACE FUNCTION reserve_call(
    key text, held_by bigint, billed boolean, per_second integer, per_day bigint, unless_left bigint)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    held rate_limit;
    moment timestamptz;
    today date;
BEGIN
    PERFORM FROM work w WHERE w.request_key = key AND w.token = held_by FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    SELECT * INTO held FROM rate_limit FOR UPDATE;
    moment := clock_timestamp();
    today := (moment AT TIME ZONE 'UTC')::date;
    IF per_second IS NOT NULL THEN
        held.tokens := refilled_tokens(held, moment, per_second);
        IF held.tokens < 1 - 5 * refill_rate(per_second) THEN
            RETURN false;
        END IF;
    END IF;
    IF billed THEN
        IF per_day IS NOT NULL AND per_day - unless_left <= coalesce((SELECT spent FROM budget WHERE day = today), 0) THEN
            RETURN false;
        END IF;
        UPDATE work w SET calls = w.calls + 1 WHERE w.request_key = key;
        INSERT INTO budget AS b (day, spent) VALUES (today, 1) ON CONFLICT (day) DO UPDATE SET spent = b.spent + 1;
    END IF;
    IF per_second IS NOT NULL THEN
        UPDATE rate_limit SET tokens = held.tokens - 1, filled_at = moment;
    END IF;
    RETURN true;
END $$;
