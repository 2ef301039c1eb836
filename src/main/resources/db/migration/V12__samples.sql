-- What is kept of what is seen, so that a page can tell of the last day whichever node it asks and however often they were replaced:
-- some ten numbers for each step of time of what all nodes share (node is empty), noted by whichever comes first, and some of each node.
CREATE TABLE samples (
    series text             NOT NULL COLLATE "C",
    node   text             NOT NULL COLLATE "C",
    at     timestamptz      NOT NULL,
    value  double precision NOT NULL,
    PRIMARY KEY (series, node, at)
);
