SELECT * FROM claim_work(
    :#room, :#ads, :#media, :#pictures, :#lease::interval, :#atOnce, :#perSecond::integer, :#perDay::bigint, :#forPeople)
