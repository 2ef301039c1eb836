-- Keys that let callers in. Of a key only its hash is kept.
CREATE TABLE api_keys (
    id                  text        PRIMARY KEY,
    name                text        NOT NULL,
    scope               text        NOT NULL CHECK (scope IN ('read', 'write', 'operate', 'admin')),
    sha256              bytea       NOT NULL UNIQUE,
    requests_per_minute integer,                 -- null: as the setting says
    made_by             text        NOT NULL,
    made_at             timestamptz NOT NULL DEFAULT now(),
    expires_at          timestamptz,
    revoked_at          timestamptz,
    last_used_at        timestamptz,             -- written at most once a minute
    replaced_by         text        REFERENCES api_keys
);

-- A key that was changed for a cookie, by the page that signed in with it. It lives no longer than its key.
CREATE TABLE sessions (
    sha256     bytea       PRIMARY KEY,
    key_id     text        NOT NULL,
    expires_at timestamptz NOT NULL
);

-- Who changed what through the API. A row is there before the change is, so that none goes unseen.
CREATE TABLE audit (
    number         bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    at             timestamptz NOT NULL DEFAULT now(),
    caller         text        NOT NULL,
    caller_name    text        NOT NULL,
    address        text,
    operation      text        NOT NULL,
    target         text        NOT NULL,
    correlation_id text,
    status         integer                       -- null while it is under way, or where the node ended meanwhile
);
CREATE INDEX audit_by_age ON audit (at);
