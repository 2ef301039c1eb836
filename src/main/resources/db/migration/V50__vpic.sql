-- NHTSA's vehicle patterns (vPIC), packed: what a decode needs is one row for a manufacturer's code and one for each of its schemas that
-- holds for the model year. An edition is written in one transaction and becomes the one in use by moving the head; the one before stays.
CREATE TABLE vpic_editions (
    id          integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text        NOT NULL,
    source      text        NOT NULL,
    sha256      text        NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now(),
    newest      timestamptz,
    patterns    bigint      NOT NULL DEFAULT 0,
    schemas     integer     NOT NULL DEFAULT 0,
    codes       integer     NOT NULL DEFAULT 0,
    commons     bytea
);
COMMENT ON COLUMN vpic_editions.name IS 'the month of the publication, such as 2026_08, or what else the file tells';
COMMENT ON COLUMN vpic_editions.newest IS 'the newest change of a pattern';
COMMENT ON COLUMN vpic_editions.commons IS 'gzipped JSON of what all decodes share: elements, words, conversions, engine models';

CREATE TABLE vpic_codes (
    edition integer NOT NULL REFERENCES vpic_editions ON DELETE CASCADE,
    code    text    NOT NULL COLLATE "C",
    body    bytea   NOT NULL,
    PRIMARY KEY (edition, code)
);
COMMENT ON TABLE vpic_codes IS 'world manufacturer identifiers with their schemas and years';

CREATE TABLE vpic_schemas (
    edition integer NOT NULL REFERENCES vpic_editions ON DELETE CASCADE,
    id      integer NOT NULL,
    body    bytea   NOT NULL,
    PRIMARY KEY (edition, id)
);
COMMENT ON TABLE vpic_schemas IS 'the patterns of each schema, grouped by key';

-- They are read far more often than written, and are small as they are.
ALTER TABLE vpic_codes ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE vpic_schemas ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE vpic_head (
    one      boolean     PRIMARY KEY DEFAULT true CHECK (one),
    edition  integer     REFERENCES vpic_editions,
    previous integer     REFERENCES vpic_editions ON DELETE SET NULL,
    moved_at timestamptz
);
COMMENT ON TABLE vpic_head IS 'which edition is in use, and which one to go back to';
INSERT INTO vpic_head DEFAULT VALUES;
