-- Tokens that the bucket holds at a moment. It is filled by nine tenths of the calls of a second and holds one tenth, so that no second
-- ever sees more than it may.
CREATE OR REPLACE FUNCTION refilled_tokens(held rate_limit, moment timestamptz, per_second integer) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT least(ceil(per_second / 10.0)::double precision,
        held.tokens + refill_rate(per_second) * greatest(0, extract(epoch FROM moment - held.filled_at)))
$$;
