-- Whether the store has an answer to a piece of work that is not older than it may be. Volatile, because it must see what was committed
-- while its caller waited for the lock under which work is handed out.
CREATE OR REPLACE FUNCTION has_fresh_answer(kind text, key text, argument text, descriptions_for interval, not_carried_for interval, galleries_for interval)
RETURNS boolean LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN CASE
        WHEN kind IN ('vehicle', 'style', 'model') THEN EXISTS (SELECT FROM descriptions d WHERE d.request_key = key AND d.outcome <> 'individual'
            AND d.looked_at > clock_timestamp() - CASE d.outcome WHEN 'not-carried' THEN not_carried_for ELSE descriptions_for END)
        WHEN kind = 'gallery' THEN EXISTS (SELECT FROM galleries g WHERE g.style_id = argument::integer
            AND g.looked_at > clock_timestamp() - galleries_for)
        ELSE false END;
END $$;
