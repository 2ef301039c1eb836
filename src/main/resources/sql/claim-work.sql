UPDATE work
SET token = nextval('work_token'), due_at = now() + :#${variable.lease}::interval, attempts = attempts + 1
WHERE request_key IN (
    SELECT due.request_key
    FROM (VALUES (0), (1), (2), (3)) AS urgency (priority)
    CROSS JOIN LATERAL (
        SELECT request_key FROM work
        WHERE work.priority = urgency.priority AND due_at <= now()
        ORDER BY due_at LIMIT :#${variable.room}
        FOR UPDATE SKIP LOCKED) AS due
    LIMIT :#${variable.room})
RETURNING request_key, kind, ask, cause, correlation_id, token, attempts
