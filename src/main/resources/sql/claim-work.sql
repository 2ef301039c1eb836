SELECT * FROM claim_work(
    :#room, :#ads, :#media, :#lease::interval, :#atOnce, :#perSecond::integer, :#perDay::bigint, :#forPeople)
