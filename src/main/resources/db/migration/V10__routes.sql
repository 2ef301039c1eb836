-- What was ever asked of the operators' routes and the mappings beside them, applied or refused. Applied ones are numbered in the order in
-- which they are committed, because whoever adds one holds the row of route_head.
CREATE TABLE route_revisions (
    number         bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    file           text        NOT NULL,
    content        text,       -- null where the file is taken away, or where a refused one is not to be kept
    origin         text        NOT NULL CHECK (origin IN ('shipped', 'folder', 'api', 'rollback')),
    author         text        NOT NULL,
    note           text,
    refusal        text,       -- null where it was applied
    replaces       bigint      REFERENCES route_revisions,
    correlation_id text,
    made_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX route_revisions_by_file ON route_revisions (file, number);

-- What runs on every node: of each file the revision.
CREATE TABLE route_files (
    file     text   PRIMARY KEY,
    revision bigint NOT NULL REFERENCES route_revisions
);

-- Up to which revision route_files goes.
CREATE TABLE route_head (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    number bigint  NOT NULL
);
INSERT INTO route_head (number) VALUES (0);

-- Which contents the folders of nodes have had: a folder is imported where it has something new, and a node that was down while the
-- routes were edited brings back nothing old.
CREATE TABLE route_imports (
    file   text  NOT NULL,
    sha256 bytea NOT NULL,
    PRIMARY KEY (file, sha256)
);
-- Which sets of files they have had.
CREATE TABLE route_folders (
    sha256 bytea PRIMARY KEY
);
