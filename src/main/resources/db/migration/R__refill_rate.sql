-- Tokens a second that the bucket is filled by: nine tenths of the calls of a second, as it holds the last tenth (refilled_tokens).
CREATE OR REPLACE FUNCTION refill_rate(per_second integer) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT 0.9 * per_second
$$;
