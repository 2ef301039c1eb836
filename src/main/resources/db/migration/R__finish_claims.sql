-- Takes claimed rows off the queue, or makes them due again where they were asked for meanwhile; returns those that were still held.
-- By indexes alone, as claim_work does, and for its reason.
CREATE OR REPLACE FUNCTION finish_claims(keys text[], tokens bigint[])
RETURNS TABLE (request_key text, rerun boolean)
LANGUAGE plpgsql ROWS 10 SET jit = off SET enable_seqscan = off SET enable_bitmapscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH mine AS (
        SELECT w.request_key, w.rerun FROM work w JOIN unnest(keys, tokens) AS given (request_key, token) USING (request_key, token)
        ORDER BY w.request_key FOR UPDATE OF w
    ), kept AS (
        UPDATE work w SET token = NULL, rerun = false, losses = 0, attempts = 0, due_at = now(), failed_at = NULL, failure = NULL, failure_detail = NULL
        FROM mine WHERE w.request_key = mine.request_key AND mine.rerun
    ), done AS (
        DELETE FROM work w USING mine WHERE w.request_key = mine.request_key AND NOT mine.rerun
    )
    SELECT * FROM mine;
END $$;
