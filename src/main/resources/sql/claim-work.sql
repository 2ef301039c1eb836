SELECT c.*, c.cause IN ('miss', 'stale')
    AND has_fresh_answer(c.kind, c.request_key, c.argument, :#descriptionsFor::interval, :#notCarriedFor::interval, :#galleriesFor::interval) AS answered,
    (SELECT string_agg(service || '=' || ceil(extract(epoch FROM held_until - now())), ' ') FROM call_holds WHERE held_until > now()) AS holds
FROM claim_work(
    :#room, :#own, :#lists, :#describing, :#media, :#pictures, :#lister, string_to_array(:#describers, ' '), :#lease::interval, :#atOnce, :#perSecond::integer, :#perDay::bigint, :#forPeople, :#settings) AS c
