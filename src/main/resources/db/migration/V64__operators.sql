-- The nodes of the installation, each with the settings that must be the same on all: a budget that differs is none.
CREATE TABLE nodes (
    node text PRIMARY KEY,
    version text NOT NULL,
    settings jsonb NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX nodes_seen_at ON nodes (seen_at);
COMMENT ON TABLE nodes IS 'Nodes that said lately that they are there, with their version and the settings that all must share';
