-- Who has stock. "details" is what is said of a dealer by the API, a JSON object of the contract's members.
CREATE TABLE dealers (
    code       text        PRIMARY KEY COLLATE "C" CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    details    jsonb       NOT NULL CHECK (octet_length(details::text) <= 65536),
    version    bigint      NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE dealers IS 'Dealers whose stock files are taken and whose offers feeds publish';
COMMENT ON COLUMN dealers.details IS 'Name, address, place ids, phone, currency, time zone, link template and defaults, as JSON';
COMMENT ON COLUMN dealers.version IS 'Counts the changes of this row';
