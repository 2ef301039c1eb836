SELECT c.*, c.cause IN ('miss', 'stale')
    AND has_fresh_answer(c.kind, c.request_key, c.argument, :#descriptionsFor::interval, :#notCarriedFor::interval, :#galleriesFor::interval) AS answered
FROM claim_work(:#room, :#own, :#ads, :#media, :#pictures, :#lease::interval, :#atOnce, :#perSecond::integer, :#perDay::bigint, :#forPeople, :#settings) AS c
