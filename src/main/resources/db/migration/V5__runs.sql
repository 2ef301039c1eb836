ALTER TABLE descriptions ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE descriptions ADD COLUMN declined_at timestamptz;
UPDATE descriptions SET declined_at = looked_at WHERE outcome = 'not-carried';

-- Refresh runs: what somebody, or a new data build, wants looked at anew, with how far that has come.
CREATE TABLE refresh_runs (
    id              uuid PRIMARY KEY,
    number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    state           text        NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED')),
    cause           text        NOT NULL,
    selection       text        NOT NULL,
    selection_hash  text        NOT NULL,
    idempotency_key text UNIQUE,
    correlation_id  text        NOT NULL,
    reason          text,
    guarded         boolean     NOT NULL DEFAULT true,
    planned         boolean     NOT NULL DEFAULT false,
    planned_to      text        NOT NULL DEFAULT '' COLLATE "C",
    created_at      timestamptz NOT NULL DEFAULT now(),
    finished_at     timestamptz,
    measured_at     timestamptz NOT NULL DEFAULT now(),
    rate            double precision NOT NULL DEFAULT 0,
    total           bigint      NOT NULL DEFAULT 0,
    changed         bigint      NOT NULL DEFAULT 0,
    unchanged       bigint      NOT NULL DEFAULT 0,
    failed          bigint      NOT NULL DEFAULT 0,
    lost            bigint      NOT NULL DEFAULT 0,
    calls           bigint      NOT NULL DEFAULT 0,
    avoided         bigint      NOT NULL DEFAULT 0,
    answers         bigint      NOT NULL DEFAULT 0,
    answers_changed bigint      NOT NULL DEFAULT 0,
    answers_lost    bigint      NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
CREATE INDEX refresh_runs_open ON refresh_runs (number) WHERE state IN ('RUNNING', 'PAUSED');

-- What a run still waits for: a row goes when it is counted. Its key stands here once it is asked for; "asked" where this run asked.
CREATE TABLE refresh_items (
    run_id      uuid    NOT NULL REFERENCES refresh_runs ON DELETE CASCADE,
    subject     text    NOT NULL COLLATE "C",
    place       bigint  NOT NULL DEFAULT 0,
    request_key text COLLATE "C",
    asked       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (run_id, subject)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX refresh_items_planned ON refresh_items (run_id, place, subject) WHERE request_key IS NULL;
CREATE INDEX refresh_items_waiting ON refresh_items (run_id, request_key) WHERE request_key IS NOT NULL;

CREATE TABLE refresh_failures (
    run_id  uuid   NOT NULL REFERENCES refresh_runs ON DELETE CASCADE,
    number  bigint GENERATED ALWAYS AS IDENTITY,
    subject text   NOT NULL,
    line    bigint,
    reason  text   NOT NULL,
    detail  text,
    PRIMARY KEY (run_id, number)
);
