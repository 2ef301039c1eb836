-- What is to be fetched: one row for each request key, however many ask. A claimed row carries a fencing token and its lease ends at
-- due_at, on the database's clock; whoever writes the result proves the token in the same transaction.
CREATE TABLE work (
    request_key    text PRIMARY KEY COLLATE "C",
    kind           text        NOT NULL,
    ask            text        NOT NULL,
    priority       smallint    NOT NULL,
    cause          text        NOT NULL,
    correlation_id text,
    asked_at       timestamptz NOT NULL DEFAULT now(),
    due_at         timestamptz NOT NULL DEFAULT now(),
    token          bigint,
    again          boolean     NOT NULL DEFAULT false,
    attempts       integer     NOT NULL DEFAULT 0,
    failed_at      timestamptz,
    failure        text,
    failure_detail text
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX work_due ON work (priority, due_at);
CREATE SEQUENCE work_token CACHE 100;

-- Immutable, named by the SHA-256 of their canonical JSON; the answer they came from is kept as it came, gzip.
CREATE TABLE documents (
    hash       bytea PRIMARY KEY,
    content    bytea       NOT NULL,
    answer     bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE documents ALTER COLUMN answer SET STORAGE EXTERNAL;

-- What ChromeData said to one request key, and when we last looked.
CREATE TABLE descriptions (
    request_key text PRIMARY KEY COLLATE "C",
    outcome     text        NOT NULL CHECK (outcome IN ('described', 'not-carried', 'individual')),
    document    bytea REFERENCES documents,
    warnings    text        NOT NULL DEFAULT '[]',
    service     text        NOT NULL,
    data_source text,
    build       text,
    model_year  smallint,
    make        text,
    model       text,
    trim        text,
    body_type   text,
    drivetrain  text,
    style_id    integer,
    styles      integer     NOT NULL DEFAULT 0,
    looked_at   timestamptz NOT NULL DEFAULT now(),
    version     bigint      NOT NULL DEFAULT 1
) WITH (fillfactor = 80);

-- A VIN somebody asked for. It points to a document once its request key is described; until then it waits.
CREATE TABLE vehicles (
    vin         text PRIMARY KEY COLLATE "C",
    request_key text        NOT NULL COLLATE "C",
    document    bytea REFERENCES documents,
    model_year  smallint,
    make        text,
    model       text,
    trim        text,
    body_type   text,
    drivetrain  text,
    style_id    integer,
    styles      integer     NOT NULL DEFAULT 0,
    hints       text,
    reasons     text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    changed_at  timestamptz NOT NULL DEFAULT now(),
    version     bigint      NOT NULL DEFAULT 1,
    make_key    text COLLATE "C" GENERATED ALWAYS AS (lower(coalesce(make, ''))) STORED,
    model_key   text COLLATE "C" GENERATED ALWAYS AS (lower(coalesce(model, ''))) STORED,
    year_key    smallint GENERATED ALWAYS AS (coalesce(model_year, 0)) STORED
) WITH (fillfactor = 80);
CREATE INDEX vehicles_of_key ON vehicles (request_key);
CREATE INDEX vehicles_by_model ON vehicles (make_key, model_key, year_key, vin) WHERE document IS NOT NULL;
CREATE INDEX vehicles_by_year ON vehicles (year_key, make_key, model_key, vin) WHERE document IS NOT NULL;
CREATE INDEX vehicles_by_change ON vehicles (changed_at, vin) WHERE document IS NOT NULL;

-- What happened to a vehicle, appended in the transaction that did it.
CREATE TABLE changes (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vin            text        NOT NULL COLLATE "C",
    kind           text        NOT NULL,
    at             timestamptz NOT NULL DEFAULT now(),
    fields         text        NOT NULL DEFAULT '[]',
    document       bytea,
    correlation_id text
);
CREATE INDEX changes_of_vehicle ON changes (vin, id);

-- The pictures of a style as last listed. Addresses are bound to the account and change with every listing: they are for fetching
-- only and never leave the database but to the Media Gallery itself.
CREATE TABLE galleries (
    style_id  integer PRIMARY KEY,
    pictures  text        NOT NULL,
    addresses text        NOT NULL,
    looked_at timestamptz NOT NULL DEFAULT now(),
    version   bigint      NOT NULL DEFAULT 1
) WITH (fillfactor = 80);

-- Years, divisions, models and styles as last listed, by request key.
CREATE TABLE catalog (
    request_key text PRIMARY KEY COLLATE "C",
    items       text        NOT NULL,
    looked_at   timestamptz NOT NULL DEFAULT now()
);

-- The data builds seen, by country: a new one makes that country's descriptions due.
CREATE TABLE data_builds (
    country text PRIMARY KEY,
    build   text        NOT NULL,
    date    text,
    seen_at timestamptz NOT NULL DEFAULT now()
);
