-- The schema of 0.1.0, in the order of the rooms. Functions are in the R__*.sql files beside it. Words of enumerations are stored
-- as the contract spells them.

-- The letters of words that lists find vehicles by, in whatever case: "C", which columns are sorted by, and many a database's own locale
-- know no accents.
DO $$
DECLARE
    known text := (
        SELECT collname FROM pg_collation JOIN unnest(ARRAY['und-x-icu', 'pg_c_utf8', 'C.UTF-8', 'C.utf8']) WITH ORDINALITY AS preferred (name, place)
            ON name = collname
        WHERE collnamespace = 'pg_catalog'::regnamespace
            AND collencoding IN (-1, (SELECT encoding FROM pg_database WHERE datname = current_database()))
        ORDER BY place LIMIT 1);
BEGIN
    EXECUTE format('CREATE COLLATION words FROM pg_catalog.%I', coalesce(known, 'C'));
END
$$;
COMMENT ON COLLATION words IS 'case of words by Unicode, where PostgreSQL can';

-- work

CREATE TABLE work (
    request_key    text        PRIMARY KEY COLLATE "C",
    kind           text        NOT NULL,
    lane           smallint    NOT NULL,
    argument       text        NOT NULL,
    priority       smallint    NOT NULL,
    cause          text        NOT NULL,
    correlation_id text,
    asked_at       timestamptz NOT NULL DEFAULT now(),
    due_at         timestamptz NOT NULL DEFAULT now(),
    token          bigint,
    rerun          boolean     NOT NULL DEFAULT false,
    attempts       integer     NOT NULL DEFAULT 0,
    calls          integer     NOT NULL DEFAULT 0,
    losses         smallint    NOT NULL DEFAULT 0,
    failed_at      timestamptz,
    failure        text,
    failure_detail text
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX work_due ON work (lane, priority, due_at);
CREATE INDEX work_held ON work (due_at) WHERE token IS NOT NULL;
CREATE INDEX work_by_age ON work (due_at) WHERE lane IN (1, 2);
CREATE SEQUENCE work_token CACHE 100;
COMMENT ON TABLE work IS 'Queue of what is to be fetched: one row for each request key, however many ask (single flight for the cluster)';
COMMENT ON COLUMN work.lane IS 'by what it costs: 0 own work, 1 unbilled calls of ADS or VSS, 2 billed calls that describe, 3 billed calls of the Media Gallery, 4 pictures';
COMMENT ON COLUMN work.argument IS 'what to fetch, as the kind reads it';
COMMENT ON COLUMN work.priority IS '0 a person waits, 1 an event, 2 a run or build, 3 age';
COMMENT ON COLUMN work.due_at IS 'while free (token is null): when it is due, infinity for a dead letter; while held: the end of the lease, on the database''s clock';
COMMENT ON COLUMN work.token IS 'fencing token of the holder, proved in the transaction that writes the result; null while free';
COMMENT ON COLUMN work.rerun IS 'requested while it was held, for a fetch that begins later: finishing makes it due again';
COMMENT ON COLUMN work.attempts IS 'how often it was held since it last succeeded';
COMMENT ON COLUMN work.calls IS 'billed calls that are counted for the present claim: they go into the ledger if its holder is lost';
COMMENT ON COLUMN work.losses IS '1 where a node was lost that held it, 2 where it is held apart from others like it, 3 where a node was lost over it then too';
COMMENT ON INDEX work_by_age IS 'for work that no node takes because it was requested under other settings';

CREATE TABLE rate_limit (
    one_row   boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    tokens    double precision NOT NULL DEFAULT 1,
    filled_at timestamptz      NOT NULL DEFAULT now()
);
INSERT INTO rate_limit DEFAULT VALUES;
COMMENT ON TABLE rate_limit IS 'Token bucket of the cluster, one row: locked by whoever hands out calls, so that all nodes keep the limits together';
COMMENT ON COLUMN rate_limit.tokens IS 'calls that the bucket held at filled_at';

CREATE TABLE call_holds (
    service    text COLLATE "C" PRIMARY KEY,
    held_until timestamptz NOT NULL
);
COMMENT ON TABLE call_holds IS 'Services (ads, cvd, vss, media) of which ChromeData wanted no calls until then (Retry-After)';

CREATE TABLE budget (
    day   date   PRIMARY KEY,
    spent bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE budget IS 'Billed calls by UTC day, counted before they are made';

CREATE TABLE ledger (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL DEFAULT now(),
    day            date        NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
    request_key    text        NOT NULL COLLATE "C",
    kind           text        NOT NULL,
    cause          text        NOT NULL,
    correlation_id text,
    calls          integer     NOT NULL,
    outcome        text        NOT NULL,
    vehicles       integer     NOT NULL DEFAULT 0,
    service        text
);
CREATE INDEX ledger_by_day ON ledger (day, cause, outcome) INCLUDE (calls, vehicles);
CREATE INDEX ledger_of_caller ON ledger (correlation_id, request_key) INCLUDE (calls);
CREATE INDEX ledger_by_time ON ledger USING brin (at);
COMMENT ON TABLE ledger IS 'What billed work cost and did, one row for each claim that called';
COMMENT ON COLUMN ledger.outcome IS 'changed, equal, failed; lost where the holder was lost and nobody knows whether it called';
COMMENT ON COLUMN ledger.service IS 'service that was called: ads, cvd, vss, media; null where the holder was lost before it could say';
COMMENT ON COLUMN ledger.vehicles IS 'vehicles whose description the answer changed';

CREATE TABLE avoided_calls (
    day   date   NOT NULL,
    cause text   NOT NULL,
    how   text   NOT NULL,
    calls bigint NOT NULL,
    PRIMARY KEY (day, cause, how)
);
COMMENT ON TABLE avoided_calls IS 'Calls that did not have to be made, by UTC day, cause and reason';

-- deadletters

CREATE TABLE dead_letters (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source         text        NOT NULL,
    subject        text        NOT NULL COLLATE "C",
    reason         text        NOT NULL,
    detail         text,
    body           text        NOT NULL,
    encoding       text        CHECK (encoding = 'base64'),
    attempts       integer     NOT NULL,
    correlation_id text,
    received_at    timestamptz NOT NULL,
    died_at        timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source, subject)
);
COMMENT ON TABLE dead_letters IS 'What could not be done and waits for a person';
COMMENT ON COLUMN dead_letters.encoding IS 'null where the body is text as it came';

-- changes

CREATE TABLE changes (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vin            text        NOT NULL COLLATE "C",
    kind           text        NOT NULL,
    at             timestamptz NOT NULL DEFAULT now(),
    fields         text        NOT NULL DEFAULT '[]',
    document       bytea,
    correlation_id text,
    make_key       text        COLLATE "C",
    model_key      text        COLLATE "C",
    position       bigint
) WITH (autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX changes_of_vehicle ON changes (vin, id);
CREATE INDEX changes_by_time ON changes USING brin (at);
CREATE UNIQUE INDEX changes_by_position ON changes (position) WHERE position IS NOT NULL;
CREATE INDEX changes_without_position ON changes (id) WHERE position IS NULL;
COMMENT ON TABLE changes IS 'What happened to vehicles (the outbox), appended in the transaction that did it';
COMMENT ON COLUMN changes.fields IS 'JSON list of the fields that differ: name, from, to';
COMMENT ON COLUMN changes.document IS 'hash of the description from then on; null where the change was none of the description';
COMMENT ON COLUMN changes.make_key IS 'of a vehicle that was deleted, with model_key: for those who follow a make; null where the vehicle itself tells it';
COMMENT ON COLUMN changes.position IS 'position in the feed, without gaps, given after the commit (number_changes); null until then';

CREATE TABLE feed_head (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    head    bigint  NOT NULL DEFAULT 0
);
INSERT INTO feed_head DEFAULT VALUES;
COMMENT ON TABLE feed_head IS 'The last position given, one row: locked by the sequencer until its commit';

CREATE TABLE feed_consumers (
    name       text        PRIMARY KEY,
    position   bigint      NOT NULL DEFAULT 0,
    token      bigint,
    held_until timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE SEQUENCE feed_token;
INSERT INTO feed_consumers (name) VALUES ('redis'), ('webhooks');
COMMENT ON TABLE feed_consumers IS 'Relays from the feed, each held by one node at a time under a lease';
COMMENT ON COLUMN feed_consumers.position IS 'last position that was read and passed on';

-- vpic

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
COMMENT ON TABLE vpic_editions IS 'Editions of NHTSA''s vehicle patterns (vPIC), each written in one transaction';
COMMENT ON COLUMN vpic_editions.name IS 'the month of the publication, such as 2026_08, or what else the file tells';
COMMENT ON COLUMN vpic_editions.newest IS 'the newest change of a pattern';
COMMENT ON COLUMN vpic_editions.commons IS 'gzipped JSON of what all decodes share: elements, words, conversions, engine models';

CREATE TABLE vpic_codes (
    edition integer NOT NULL REFERENCES vpic_editions ON DELETE CASCADE,
    code    text    NOT NULL COLLATE "C",
    body    bytea   NOT NULL,
    PRIMARY KEY (edition, code)
);
COMMENT ON TABLE vpic_codes IS 'World manufacturer identifiers with their schemas and years: a decode reads one row';

CREATE TABLE vpic_schemas (
    edition integer NOT NULL REFERENCES vpic_editions ON DELETE CASCADE,
    id      integer NOT NULL,
    body    bytea   NOT NULL,
    PRIMARY KEY (edition, id)
);
COMMENT ON TABLE vpic_schemas IS 'The patterns of each schema, grouped by key';

-- They are read far more often than written, and are compressed already.
ALTER TABLE vpic_codes ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE vpic_schemas ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE vpic_head (
    one_row  boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    edition  integer REFERENCES vpic_editions,
    previous integer REFERENCES vpic_editions ON DELETE SET NULL,
    moved_at timestamptz,
    compared_by  text,
    comparing_by text,
    compared_to  text
);
INSERT INTO vpic_head DEFAULT VALUES;
COMMENT ON TABLE vpic_head IS 'Which edition is in use, and which one to go back to, one row';
COMMENT ON COLUMN vpic_head.compared_by IS 'edition and settings by which all vehicles were compared last';
COMMENT ON COLUMN vpic_head.comparing_by IS 'those by which they are being compared now, null while they are not';
COMMENT ON COLUMN vpic_head.compared_to IS 'VIN up to which that is done';

-- vehicles

CREATE TABLE documents (
    hash       bytea       PRIMARY KEY,
    content    bytea       NOT NULL,
    answer     bytea       NOT NULL,
    broken     boolean     NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE documents ALTER COLUMN answer SET STORAGE EXTERNAL;
COMMENT ON TABLE documents IS 'Descriptions, immutable and content-addressed';
COMMENT ON COLUMN documents.hash IS 'SHA-256 of the canonical JSON';
COMMENT ON COLUMN documents.content IS 'the canonical JSON';
COMMENT ON COLUMN documents.answer IS 'the answer it was made of, as it came, gzipped';
COMMENT ON COLUMN documents.broken IS 'its bytes were found damaged: the next equal answer replaces them';

CREATE TABLE cards (
    document bytea   NOT NULL REFERENCES documents ON DELETE CASCADE,
    style_id integer NOT NULL,
    content  text    NOT NULL,
    body          text COLLATE "C",
    driven_wheels text COLLATE "C",
    fuel          text COLLATE "C",
    transmission  text COLLATE "C",
    color_family  text COLLATE "C",
    msrp          numeric,
    PRIMARY KEY (document, style_id)
);
COMMENT ON TABLE cards IS 'The facts of a document by which vehicles are shown and found, of each style, derived when it is stored';
COMMENT ON COLUMN cards.style_id IS '0 where none of several styles is chosen';
COMMENT ON COLUMN cards.content IS 'JSON of the card, and of the colours that the style is offered in';
COMMENT ON COLUMN cards.body IS 'this and the columns behind it are in the content too: what vehicles are found by, so that none of many has to read it';

CREATE TABLE descriptions (
    request_key text        PRIMARY KEY COLLATE "C",
    outcome     text        NOT NULL CHECK (outcome IN ('described', 'not-carried', 'individual')),
    document    bytea       REFERENCES documents,
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
    changed_at  timestamptz NOT NULL DEFAULT now(),
    declined_at timestamptz,
    version     bigint      NOT NULL DEFAULT 1,
    reads       bigint      NOT NULL DEFAULT 0,
    read_at     timestamptz DEFAULT now(),
    resting     boolean     NOT NULL DEFAULT false
) WITH (fillfactor = 80);
CREATE INDEX descriptions_by_age ON descriptions (outcome, looked_at, request_key) WHERE NOT resting;
COMMENT ON TABLE descriptions IS 'What ChromeData answered to each request key, and when it was last asked';
COMMENT ON COLUMN descriptions.outcome IS 'individual: of this VIN alone, so its key holds no description to share';
COMMENT ON COLUMN descriptions.warnings IS 'JSON list of what ChromeData warned of';
COMMENT ON COLUMN descriptions.service IS 'version of the service that answered';
COMMENT ON COLUMN descriptions.style_id IS 'the style, where there is one only';
COMMENT ON COLUMN descriptions.styles IS 'number of styles that the key may be';
COMMENT ON COLUMN descriptions.looked_at IS 'when it was last fetched, changed or not';
COMMENT ON COLUMN descriptions.declined_at IS 'when ChromeData last had nothing for the key';
COMMENT ON COLUMN descriptions.read_at IS 'when it was last read; whoever caused the first fetch counts as a reader, so that counts lost with a node rest nothing early';
COMMENT ON COLUMN descriptions.resting IS 'neither tracked nor read for long: no longer refreshed by age';

CREATE TABLE vehicles (
    vin         text        PRIMARY KEY COLLATE "C",
    request_key text        NOT NULL COLLATE "C",
    document    bytea       REFERENCES documents,
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
    tracked     boolean     NOT NULL DEFAULT false,
    own         text        CHECK (octet_length(own) <= 2097152),
    own_dealer  text        COLLATE "C",
    offers      text        CHECK (octet_length(offers) <= 8388608),
    opinion     text,
    opinion_of  bytea,
    opinion_style integer,
    opinion_warnings text,
    disputed    text[],
    disputed_since timestamptz,
    stand_in    text,
    stand_in_edition text,
    stand_in_at timestamptz,
    stand_in_card text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    changed_at  timestamptz NOT NULL DEFAULT now(),
    version     bigint      NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint,
    listed      boolean     GENERATED ALWAYS AS (document IS NOT NULL OR own IS NOT NULL OR stand_in IS NOT NULL) STORED,
    make_key    text        COLLATE "C" GENERATED ALWAYS AS (lower(coalesce(make, '') COLLATE words)) STORED,
    model_key   text        COLLATE "C" GENERATED ALWAYS AS (lower(coalesce(model, '') COLLATE words)) STORED,
    year_key    smallint    GENERATED ALWAYS AS (coalesce(model_year, 0)) STORED,
    body_key    text        COLLATE "C" GENERATED ALWAYS AS (lower(coalesce(body_type, '') COLLATE words)) STORED,
    body          text      COLLATE "C",
    driven_wheels text      COLLATE "C",
    fuel          text      COLLATE "C",
    transmission  text      COLLATE "C",
    color_family  text      COLLATE "C",
    price         numeric,
    own_price     numeric,
    mileage       numeric,
    status        text      COLLATE "C",
    stock         text      COLLATE "C",
    signature     bigint    NOT NULL,
    search        tsvector  NOT NULL
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX vehicles_of_key ON vehicles (request_key);
CREATE INDEX vehicles_tracked ON vehicles (request_key) WHERE tracked;
-- One for each order of lists, in which what they are filtered by stands too: so a list by whatever is frequent is walked in its order
-- without the vehicles' rows.
CREATE INDEX vehicles_by_model ON vehicles (make_key, model_key, year_key, vin) INCLUDE (signature, tracked, price, mileage, changed_at) WHERE listed;
CREATE INDEX vehicles_by_year ON vehicles (year_key, make_key, model_key, vin) INCLUDE (signature, tracked, price, mileage, changed_at) WHERE listed;
CREATE INDEX vehicles_by_change ON vehicles (changed_at, vin) INCLUDE (signature, tracked, price, mileage, year_key) WHERE listed;
-- Vehicles whose description, or style, is another than the one that was compared with NHTSA's data.
CREATE INDEX vehicles_uncompared ON vehicles (vin)
    WHERE document IS NOT NULL AND (opinion_of IS DISTINCT FROM document OR opinion_style IS DISTINCT FROM style_id);
CREATE INDEX vehicles_unanswered ON vehicles (vin) WHERE document IS NULL AND opinion_of IS NULL;
CREATE INDEX vehicles_disputed ON vehicles (vin) WHERE disputed_since IS NOT NULL;
CREATE INDEX vehicles_by_price ON vehicles (price, vin) INCLUDE (signature, tracked, mileage, year_key, changed_at) WHERE listed;
CREATE INDEX vehicles_by_mileage ON vehicles (mileage, vin) INCLUDE (signature, tracked, price, year_key, changed_at) WHERE listed;
CREATE INDEX vehicles_by_addition ON vehicles (created_at, vin) INCLUDE (signature, tracked, price, mileage, year_key, changed_at) WHERE listed;
CREATE INDEX vehicles_untracked ON vehicles (vin) WHERE listed AND NOT tracked;
CREATE INDEX vehicles_search ON vehicles USING gin (search) WHERE listed;
COMMENT ON TABLE vehicles IS 'VINs that somebody asked for or told of';
COMMENT ON COLUMN vehicles.request_key IS 'key of the description that it shares with its pattern';
COMMENT ON COLUMN vehicles.version IS 'counts the changes of this row, on from the microsecond in which it was made: a vehicle that is deleted and comes back has no version that it had';
COMMENT ON COLUMN vehicles.document IS 'null until the key is described';
COMMENT ON COLUMN vehicles.style_id IS 'the style that was selected of the candidates';
COMMENT ON COLUMN vehicles.styles IS 'number of candidates';
COMMENT ON COLUMN vehicles.hints IS 'JSON of what callers told of trim, options and the like';
COMMENT ON COLUMN vehicles.reasons IS 'JSON list of why that style was selected';
COMMENT ON COLUMN vehicles.tracked IS 'in some dealer''s stock: refreshed by age whether it is read or not';
COMMENT ON COLUMN vehicles.own IS 'JSON object of the served offer''s fields, so that a read is of one row';
COMMENT ON COLUMN vehicles.own_dealer IS 'dealer of that offer';
COMMENT ON COLUMN vehicles.offers IS 'JSON list of all offers';
COMMENT ON COLUMN vehicles.opinion IS 'comparison of the description with NHTSA''s data, JSON';
COMMENT ON COLUMN vehicles.opinion_of IS 'the document that was compared; empty where there was none, null where nothing was compared yet';
COMMENT ON COLUMN vehicles.opinion_style IS 'the style that was compared';
COMMENT ON COLUMN vehicles.opinion_warnings IS 'what NHTSA''s data makes doubtful of the VIN itself, a JSON list';
COMMENT ON COLUMN vehicles.disputed IS 'the fields of which ChromeData and NHTSA''s data say otherwise';
COMMENT ON COLUMN vehicles.stand_in IS 'what NHTSA''s data says where ChromeData says nothing, in the form of a document';
COMMENT ON COLUMN vehicles.stand_in_edition IS 'the edition that it was made by';
COMMENT ON COLUMN vehicles.stand_in_card IS 'the card of it, as documents have theirs in cards';
COMMENT ON COLUMN vehicles.listed IS 'lists show it: described, by ChromeData or by NHTSA''s data, or told of by a dealer';
COMMENT ON COLUMN vehicles.body IS 'this and the columns behind it are set by set_vehicle_search(): words of the card, and what the served offer says';
COMMENT ON COLUMN vehicles.price IS 'that of the served offer, else the MSRP';
COMMENT ON COLUMN vehicles.signature IS 'some bits of a hash of each word that lists are filtered by, see vehicle_signature(): others may have the same';
COMMENT ON COLUMN vehicles.search IS 'lexemes body:, bodytype:, drivetrain:, fuel:, transmission:, color:, dealer:, status:, stock:, text:';

CREATE TABLE vehicle_reads (
    vin     text        PRIMARY KEY COLLATE "C" REFERENCES vehicles ON DELETE CASCADE,
    warm_at timestamptz NOT NULL
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX vehicle_reads_by_warmth ON vehicle_reads (warm_at, vin);
COMMENT ON TABLE vehicle_reads IS 'How often vehicles were read of late, by nobody in particular';
COMMENT ON COLUMN vehicle_reads.warm_at IS 'the moment at which one read alone would count as much as all do, each half as much after a week: after many reads it is to come';

CREATE TABLE offers (
    vin           text        NOT NULL COLLATE "C" REFERENCES vehicles ON DELETE CASCADE,
    dealer        text        NOT NULL COLLATE "C" CHECK (length(dealer) <= 200),
    named         boolean     NOT NULL,
    sources       text[]      NOT NULL DEFAULT '{}' CHECK (cardinality(sources) <= 10),
    source        text        CHECK (length(source) <= 200),
    fields        jsonb       NOT NULL DEFAULT '{}' CHECK (octet_length(fields::text) <= 2097152),
    said          jsonb       NOT NULL DEFAULT '{}' CHECK (octet_length(said::text) <= 2097152),
    tracked       boolean     NOT NULL DEFAULT false,
    tracking_said text        COLLATE "C",
    since         timestamptz NOT NULL DEFAULT now(),
    last_seen     timestamptz NOT NULL DEFAULT now(),
    stock         text        COLLATE "C" GENERATED ALWAYS AS (left(fields ->> 'stock', 200)) STORED,
    status        text        COLLATE "C" GENERATED ALWAYS AS (left(fields ->> 'status', 50)) STORED,
    price         numeric     GENERATED ALWAYS AS
        (CASE WHEN jsonb_typeof(fields -> 'price') = 'number' THEN (fields ->> 'price')::numeric END) STORED,
    PRIMARY KEY (vin, dealer)
) WITH (fillfactor = 80);
CREATE INDEX offers_of_dealer ON offers (dealer, status, stock, vin);
COMMENT ON TABLE offers IS 'What each dealer says of each vehicle; deleted with the vehicle, bounded for each vehicle by settings, no row larger than a node can read';
COMMENT ON COLUMN offers.dealer IS 'as the message names it, else its source';
COMMENT ON COLUMN offers.named IS 'whether the message named the dealer';
COMMENT ON COLUMN offers.said IS 'for each member of fields the time and event that said it: the newest wins in whatever order events come';
COMMENT ON COLUMN offers.tracking_said IS 'the same for tracked';
COMMENT ON COLUMN offers.since IS 'when the dealer first told of it';

CREATE TABLE catalog (
    request_key text        PRIMARY KEY COLLATE "C",
    items       text        NOT NULL,
    looked_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE catalog IS 'Years, divisions, models and styles as last listed, JSON by request key';

CREATE TABLE data_builds (
    country text        PRIMARY KEY,
    build   text        NOT NULL,
    date    text,
    seen_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE data_builds IS 'ChromeData''s data build as last seen, by country: a new one makes the descriptions of that country due';

-- gallery

CREATE TABLE galleries (
    style_id  integer     PRIMARY KEY,
    pictures  text        NOT NULL,
    addresses text        NOT NULL,
    names     text[]      NOT NULL DEFAULT '{}',
    looked_at timestamptz NOT NULL DEFAULT now(),
    version   bigint      NOT NULL DEFAULT 1
) WITH (fillfactor = 80);
COMMENT ON TABLE galleries IS 'The pictures of a style as last listed, JSON';
COMMENT ON COLUMN galleries.addresses IS 'JSON list, bound to the account and new with every listing: for fetching only, never shown';
COMMENT ON COLUMN galleries.names IS 'stable names of the pictures, in the order of the listing';

CREATE TABLE stock_images (
    style_id integer PRIMARY KEY,
    name     text    NOT NULL COLLATE "C",
    address  text    NOT NULL,
    width    integer,
    height   integer
);
COMMENT ON TABLE stock_images IS 'The stock image of each style that a description named';
COMMENT ON COLUMN stock_images.name IS 'by which its copy is known among pictures';
COMMENT ON COLUMN stock_images.address IS 'perhaps bound to the account: for fetching only, never shown';

CREATE TABLE images (
    hash        bytea       PRIMARY KEY,
    type        text        NOT NULL,
    width       integer     NOT NULL,
    height      integer     NOT NULL,
    length      bigint      NOT NULL,
    placeholder text        NOT NULL,
    stored_at   timestamptz NOT NULL DEFAULT now(),
    verified_at timestamptz NOT NULL DEFAULT now(),
    unused_at   timestamptz,
    broken      boolean     NOT NULL DEFAULT false
);
CREATE INDEX images_by_check ON images (verified_at);
COMMENT ON TABLE images IS 'What the picture store holds, by SHA-256 of the bytes; a row is there only once the bytes are';
COMMENT ON COLUMN images.placeholder IS 'ThumbHash in Base64: what pages show until the picture itself is there';
COMMENT ON COLUMN images.unused_at IS 'when it was first found that nothing refers to it';

CREATE TABLE pictures (
    name          text        PRIMARY KEY COLLATE "C",
    hash          bytea       NOT NULL REFERENCES images,
    etag          text,
    last_modified text,
    looked_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX pictures_of_image ON pictures (hash);
COMMENT ON TABLE pictures IS 'Mirrored pictures of the Media Gallery, and stock images, by name; several may have the same bytes';
COMMENT ON COLUMN pictures.etag IS 'with last_modified: for asking whether it is still the same';

CREATE TABLE renditions (
    original bytea   NOT NULL REFERENCES images ON DELETE CASCADE,
    width    integer NOT NULL,
    type     text    NOT NULL,
    hash     bytea   NOT NULL REFERENCES images,
    PRIMARY KEY (original, width, type)
);
CREATE INDEX renditions_of_image ON renditions (hash);
COMMENT ON TABLE renditions IS 'Other sizes and types made of an image, images themselves';

CREATE TABLE picture_versions (
    part    text   PRIMARY KEY COLLATE "C",
    version bigint NOT NULL DEFAULT 1
) WITH (fillfactor = 50);
COMMENT ON TABLE picture_versions IS 'How often each part was changed that showcases are made of: the listing and the stock image of a style, and the copies of pictures whose names begin alike';

CREATE TABLE showcases (
    style_id integer NOT NULL,
    color    text    NOT NULL COLLATE "C",
    content  text    NOT NULL,
    parts    text[]  NOT NULL,
    version  bigint  NOT NULL,
    PRIMARY KEY (style_id, color)
) WITH (fillfactor = 80);
COMMENT ON TABLE showcases IS 'The pictures by which vehicles of a style are shown, by their colour, JSON; made of galleries, stock_images and images when they are asked for';
COMMENT ON COLUMN showcases.color IS 'the option code of the colour, of two-tone both; empty for none in particular';
COMMENT ON COLUMN showcases.version IS 'the sum of the versions of its parts when it was made: it holds while that is the same';

-- refresh

CREATE TABLE refresh_runs (
    id              uuid        PRIMARY KEY,
    number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    state           text        NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED')),
    cause           text        NOT NULL,
    selection       text        NOT NULL,
    selection_hash  text        NOT NULL,
    idempotency_key text        UNIQUE,
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
    answers_lost    bigint      NOT NULL DEFAULT 0,
    answers_failed  bigint      NOT NULL DEFAULT 0,
    warned          bigint      NOT NULL DEFAULT 0,
    warnings        jsonb       NOT NULL DEFAULT '[]',
    fields_kept     boolean     NOT NULL DEFAULT false
) WITH (fillfactor = 50);
CREATE INDEX refresh_runs_open ON refresh_runs (number) WHERE state IN ('RUNNING', 'PAUSED');
COMMENT ON TABLE refresh_runs IS 'Refresh runs: what somebody, or a new data build, wants fetched anew, and how far that has come';
COMMENT ON COLUMN refresh_runs.reason IS 'why it is paused or cancelled';
COMMENT ON COLUMN refresh_runs.guarded IS 'the guard against mass changes may pause it; a person who resumes it switches that off';
COMMENT ON COLUMN refresh_runs.planned_to IS 'subject up to which its items are planned';
COMMENT ON COLUMN refresh_runs.rate IS 'vehicles settled a second, of late, as measured at measured_at';
COMMENT ON COLUMN refresh_runs.fields_kept IS 'all is kept that the lines of its list say beside the VIN';
COMMENT ON COLUMN refresh_runs.warned IS 'lines of an imported list that were read otherwise than written, such as a VIN in quotes, or whose fields are not kept; warnings has the first of them';
COMMENT ON COLUMN refresh_runs.answers IS 'answers by which the guard judges; those that changed, that lost much, that failed, beside it';

CREATE TABLE refresh_items (
    run_id      uuid    NOT NULL REFERENCES refresh_runs ON DELETE CASCADE,
    subject     text    NOT NULL COLLATE "C",
    position    bigint  NOT NULL DEFAULT 0,
    request_key text    COLLATE "C",
    asked       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (run_id, subject)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX refresh_items_planned ON refresh_items (run_id, position, subject) WHERE request_key IS NULL;
-- Styles and models, which are few: each step of a run asks for those of former settings.
CREATE INDEX refresh_items_of_no_vehicle ON refresh_items (run_id) WHERE position(':' IN subject) > 0;
CREATE INDEX refresh_items_waiting ON refresh_items (run_id, request_key) WHERE request_key IS NOT NULL;
COMMENT ON TABLE refresh_items IS 'What a run still waits for: a row goes when it is counted';
COMMENT ON COLUMN refresh_items.position IS 'order in which they are requested: the most read first, or as the list gave them';
COMMENT ON COLUMN refresh_items.request_key IS 'key of the work, null until it is requested';
COMMENT ON COLUMN refresh_items.asked IS 'whether this run requested the work, which else was queued already';

CREATE TABLE refresh_failures (
    run_id  uuid   NOT NULL REFERENCES refresh_runs ON DELETE CASCADE,
    number  bigint GENERATED ALWAYS AS IDENTITY,
    subject text   NOT NULL,
    line    bigint,
    reason  text   NOT NULL,
    detail  text,
    PRIMARY KEY (run_id, number)
);
COMMENT ON TABLE refresh_failures IS 'What of a run failed, and why';
COMMENT ON COLUMN refresh_failures.line IS 'line of the imported list; null where there was none';

CREATE TABLE schedules (
    name      text        PRIMARY KEY,
    fired_for timestamptz NOT NULL,
    acted_for timestamptz,
    fired_at  timestamptz NOT NULL DEFAULT now(),
    fires     bigint      NOT NULL DEFAULT 0
);
COMMENT ON TABLE schedules IS 'When each schedule acted last';
COMMENT ON COLUMN schedules.fired_for IS 'due time up to which nothing is due any more: a fire acts only if it moves this on, whatever the clock of its node';
COMMENT ON COLUMN schedules.acted_for IS 'due time it acted for last, as people are told; null before the first';

-- events

CREATE TABLE inbox (
    key            bytea       PRIMARY KEY,
    channel        text        NOT NULL,
    kind           text        NOT NULL,
    vin            text        NOT NULL COLLATE "C",
    event          text        NOT NULL,
    occurred_at    timestamptz NOT NULL,
    received_at    timestamptz NOT NULL DEFAULT now(),
    due_at         timestamptz DEFAULT now(),
    outcome        text        CHECK (outcome IN ('acted', 'ignored', 'dead')),
    attempts       smallint    NOT NULL DEFAULT 0,
    begun          smallint    NOT NULL DEFAULT 0,
    correlation_id text        NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
CREATE INDEX inbox_due ON inbox (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX inbox_begun ON inbox (due_at) WHERE due_at IS NOT NULL AND begun > 0;
CREATE INDEX inbox_by_age ON inbox USING brin (received_at);
COMMENT ON TABLE inbox IS 'Events that were accepted, one row for each, however often and by whichever channel it came (deduplication)';
COMMENT ON COLUMN inbox.key IS 'SHA-256 of source and id, or of the content where it has no id';
COMMENT ON COLUMN inbox.event IS 'JSON of the normalised event';
COMMENT ON COLUMN inbox.due_at IS 'when it is processed; null once it was, or has become a dead letter';
COMMENT ON COLUMN inbox.begun IS 'how often a node ended while it processed it';

CREATE TABLE begun_events (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    keys        bytea[]     NOT NULL,
    lease_until timestamptz NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
COMMENT ON TABLE begun_events IS 'Batches of events in the hands of nodes, noted before they are processed: what ends nodes would else be the first that the next one takes, for ever';
COMMENT ON COLUMN begun_events.lease_until IS 'after it the node has ended: its events are counted as begun, processed one by one, and after the second time dead letters';

CREATE TABLE intake_counts (
    channel   text     NOT NULL,
    slot      smallint NOT NULL,
    received  bigint   NOT NULL,
    accepted  bigint   NOT NULL,
    duplicate bigint   NOT NULL,
    dead      bigint   NOT NULL,
    PRIMARY KEY (channel, slot)
) WITH (fillfactor = 50);
COMMENT ON TABLE intake_counts IS 'How many messages came in by each channel, for ever';
COMMENT ON COLUMN intake_counts.slot IS 'several rows that are added up, so that nodes do not wait for each other';

CREATE TABLE acting_counts (
    slot    smallint PRIMARY KEY,
    acted   bigint NOT NULL,
    ignored bigint NOT NULL,
    dead    bigint NOT NULL
) WITH (fillfactor = 50);
COMMENT ON TABLE acting_counts IS 'What became of the events that were accepted, for ever';
COMMENT ON COLUMN acting_counts.slot IS 'several rows that are added up, so that nodes do not wait for each other';

-- stock

CREATE TABLE dealers (
    code       text        PRIMARY KEY COLLATE "C" CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    details    jsonb       NOT NULL CHECK (octet_length(details::text) <= 65536),
    version    bigint      NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE dealers IS 'Dealers whose stock files are taken and whose offers feeds publish';
COMMENT ON COLUMN dealers.details IS 'Name, address, place ids, phone, currency, time zone, link template and defaults, as JSON';
COMMENT ON COLUMN dealers.version IS 'Counts the changes of this row';

CREATE TABLE stock_files (
    number         bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    id             uuid        NOT NULL UNIQUE,
    dealer         text        NOT NULL COLLATE "C" REFERENCES dealers,
    mode           text        NOT NULL CHECK (mode IN ('part', 'whole')),
    state          text        NOT NULL CHECK (state IN
        ('received', 'held', 'taking', 'taken', 'same', 'refused', 'discarded', 'superseded')),
    reason         text,
    detail         text,
    sha256         bytea       NOT NULL,
    bytes          bigint      NOT NULL,
    charset        text,
    said_at        timestamptz NOT NULL,
    received_at    timestamptz NOT NULL DEFAULT now(),
    finished_at    timestamptz,
    caller         text,
    correlation_id text,
    trailer        boolean,
    line_break     boolean,
    new_ending     boolean     NOT NULL DEFAULT false,
    again          boolean     NOT NULL DEFAULT false,
    counts         jsonb       NOT NULL DEFAULT '{}',
    columns        jsonb       NOT NULL DEFAULT '[]',
    token          bigint      NOT NULL DEFAULT 0,
    lease_until    timestamptz,
    begun          integer     NOT NULL DEFAULT 0,
    reached        bigint      NOT NULL DEFAULT 0
);
CREATE INDEX stock_files_of_dealer ON stock_files (dealer, number);
CREATE INDEX stock_files_due ON stock_files (number) WHERE state IN ('received', 'taking');
CREATE INDEX stock_files_held ON stock_files (number) WHERE state = 'held';
CREATE INDEX stock_files_by_age ON stock_files (received_at) WHERE finished_at IS NOT NULL;
COMMENT ON TABLE stock_files IS 'Stock files of dealers, with what became of each; of one dealer they are worked on in the order of their numbers, by one node at a time under a lease';
COMMENT ON COLUMN stock_files.token IS 'fencing token: who had the file before is refused';
COMMENT ON COLUMN stock_files.begun IS 'how often in a row it was begun without getting further';
COMMENT ON COLUMN stock_files.reached IS 'how many lines of it were read at the most';
COMMENT ON COLUMN stock_files.said_at IS 'As of when the file speaks: as its sender says, else when it came';
COMMENT ON COLUMN stock_files.new_ending IS 'whether it may lack the trailer or the last line break that the last one taken had: those that follow are measured by it';
COMMENT ON COLUMN stock_files.again IS 'whether it is read though the same one was before';
COMMENT ON COLUMN stock_files.counts IS 'Numbers of lines by what became of them, for the report';

CREATE TABLE stock_parts (
    file   bigint  NOT NULL REFERENCES stock_files ON DELETE CASCADE,
    number integer NOT NULL,
    bytes  bytea   NOT NULL CHECK (octet_length(bytes) <= 2097152),
    PRIMARY KEY (file, number)
);
ALTER TABLE stock_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON TABLE stock_parts IS 'Bytes of stock files that are still to be read';

CREATE TABLE stock_rows (
    file     bigint      NOT NULL REFERENCES stock_files ON DELETE CASCADE,
    position bigint      NOT NULL,
    line     bigint,
    vin      text        COLLATE "C",
    outcome  text        NOT NULL CHECK (outcome IN ('new', 'changed', 'gone', 'missing', 'refused')),
    message  text,
    warnings text,
    fields   text,
    tracked  boolean,
    since    timestamptz,
    hash     bytea,
    done     boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (file, position)
);
CREATE UNIQUE INDEX stock_rows_of_vehicle ON stock_rows (file, vin) WHERE outcome <> 'refused';
CREATE INDEX stock_rows_due ON stock_rows (file, position) WHERE NOT done;
COMMENT ON TABLE stock_rows IS 'What a stock file says otherwise than the one before: new and changed lines, missing vehicles, refused lines; the report, and the difference that a person looks at';
COMMENT ON COLUMN stock_rows.position IS 'Number of the line; of vehicles that are missing, numbers below zero';

CREATE TABLE stock_lines (
    dealer   text        NOT NULL COLLATE "C" REFERENCES dealers,
    vin      text        NOT NULL COLLATE "C",
    hash     bytea       NOT NULL,
    since    timestamptz NOT NULL,
    taken_at timestamptz NOT NULL,
    missing  smallint    NOT NULL DEFAULT 0,
    gone     boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (dealer, vin)
) WITH (fillfactor = 80);
COMMENT ON TABLE stock_lines IS 'What each dealer''s last stock file said of each vehicle, as a hash';
COMMENT ON COLUMN stock_lines.taken_at IS 'time of the transaction that took it, and so no earlier than the last_seen of the offer, unless somebody spoke of that since';
COMMENT ON COLUMN stock_lines.missing IS 'In how many whole files in a row it was missing';

-- feeds

CREATE TABLE feed_fetches (
    name       text        NOT NULL COLLATE "C",
    dealer     text        NOT NULL COLLATE "C",
    form       text        NOT NULL,
    made_at    timestamptz NOT NULL,
    rows       bigint      NOT NULL,
    rejected   bigint      NOT NULL,
    fetched_by text,
    PRIMARY KEY (name, dealer, form)
);
COMMENT ON TABLE feed_fetches IS 'When each feed was last made whole, how many rows it had, and for whom';
COMMENT ON COLUMN feed_fetches.dealer IS 'whose offers alone; empty for those of all';

CREATE TABLE feed_pushes (
    name          text        NOT NULL COLLATE "C",
    dealer        text        NOT NULL COLLATE "C",
    form          text        NOT NULL,
    pushed_at     timestamptz NOT NULL,
    rows          bigint      NOT NULL,
    held_at       timestamptz,
    held_rows     bigint,
    released_rows bigint,
    PRIMARY KEY (name, dealer, form)
);
COMMENT ON TABLE feed_pushes IS 'When each feed was last pushed to a platform, with how many rows';
COMMENT ON COLUMN feed_pushes.dealer IS 'whose offers alone; empty for those of all';
COMMENT ON COLUMN feed_pushes.held_at IS 'when a shorter one was held';
COMMENT ON COLUMN feed_pushes.released_rows IS 'so many rows may go out, as a person said';

-- publishing

CREATE TABLE webhooks (
    id              uuid        PRIMARY KEY,
    number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    url             text        NOT NULL,
    description     text,
    kinds           text[]      NOT NULL DEFAULT '{}',
    vins            text[]      NOT NULL DEFAULT '{}',
    make            text,
    model           text,
    enabled         boolean     NOT NULL DEFAULT true,
    disabled_reason text,
    secret          text        NOT NULL,
    old_secret      text,
    old_until       timestamptz,
    from_position   bigint      NOT NULL,
    to_position     bigint,
    failures        integer     NOT NULL DEFAULT 0,
    resting_until   timestamptz NOT NULL DEFAULT '-infinity',
    asked_until     timestamptz NOT NULL DEFAULT '-infinity',
    created_at      timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);
COMMENT ON TABLE webhooks IS 'Receivers that are told of changes';
COMMENT ON COLUMN webhooks.kinds IS 'with vins, make, model the filter: what is empty or null holds for everything';
COMMENT ON COLUMN webhooks.old_secret IS 'signs too until old_until, after a rotation';
COMMENT ON COLUMN webhooks.from_position IS 'position of the feed when it was made or switched on: it is told of what comes after';
COMMENT ON COLUMN webhooks.to_position IS 'position when it was switched off, up to which it is still told; null of one that is on';
COMMENT ON COLUMN webhooks.failures IS 'deliveries that failed one after the other';
COMMENT ON COLUMN webhooks.asked_until IS 'until when its receiver asked to be left alone (Retry-After): it rests until then, whatever it takes meanwhile';
COMMENT ON COLUMN webhooks.resting_until IS 'while a receiver fails it rests, and is then tried by one delivery';

CREATE TABLE webhook_deliveries (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook_id   uuid        NOT NULL REFERENCES webhooks ON DELETE CASCADE,
    message_id   text        NOT NULL,
    change_id    bigint,
    kind         text        NOT NULL,
    state        text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'given-up')),
    attempts     integer     NOT NULL DEFAULT 0,
    token        bigint,
    created_at   timestamptz NOT NULL DEFAULT now(),
    begun_at     timestamptz NOT NULL DEFAULT now(),
    due_at       timestamptz NOT NULL DEFAULT now(),
    attempted_at timestamptz,
    finished_at  timestamptz,
    status       integer,
    failure      text
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, due_at) WHERE state = 'pending';
CREATE INDEX webhook_deliveries_of_webhook ON webhook_deliveries (webhook_id, id);
CREATE INDEX webhook_deliveries_finished ON webhook_deliveries (finished_at) WHERE finished_at IS NOT NULL;
CREATE SEQUENCE webhook_token CACHE 100;
COMMENT ON TABLE webhook_deliveries IS 'What is to be told to whom, and what became of it';
COMMENT ON COLUMN webhook_deliveries.begun_at IS 'from when its attempts are counted: made, or last redelivered by a person';
COMMENT ON COLUMN webhook_deliveries.due_at IS 'while free (token is null): when it is due; while held: the end of the lease';
COMMENT ON COLUMN webhook_deliveries.status IS 'HTTP status of the last attempt; null where nothing answered';

-- api

CREATE TABLE api_keys (
    id                  text        PRIMARY KEY,
    name                text        NOT NULL,
    scope               text        NOT NULL CHECK (scope IN ('feed', 'read', 'write', 'operate', 'admin')),
    sha256              bytea       NOT NULL UNIQUE,
    requests_per_minute integer,
    made_by             text        NOT NULL,
    made_at             timestamptz NOT NULL DEFAULT now(),
    expires_at          timestamptz,
    revoked_at          timestamptz,
    last_used_at        timestamptz,
    replaced_by         text        REFERENCES api_keys
);
COMMENT ON TABLE api_keys IS 'Keys that let callers in; of a key only its hash is kept';
COMMENT ON COLUMN api_keys.requests_per_minute IS 'null: as the setting says';
COMMENT ON COLUMN api_keys.last_used_at IS 'written at most once a minute';

CREATE TABLE sessions (
    sha256     bytea       PRIMARY KEY,
    key_id     text        NOT NULL,
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE sessions IS 'Cookies of pages that signed in with a key; one lives no longer than its key';

CREATE TABLE audit (
    number         bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    at             timestamptz NOT NULL DEFAULT now(),
    caller         text        NOT NULL,
    caller_name    text        NOT NULL,
    address        text,
    operation      text        NOT NULL,
    target         text        NOT NULL,
    correlation_id text,
    status         integer
);
CREATE INDEX audit_by_age ON audit (at);
COMMENT ON TABLE audit IS 'Who changed what through the API; a row is there before the change is, so that none goes unseen';
COMMENT ON COLUMN audit.status IS 'null while it is under way, or where the node ended meanwhile';

CREATE TABLE picture_key (
    key bytea   NOT NULL,
    one boolean PRIMARY KEY DEFAULT true CHECK (one)
);
COMMENT ON TABLE picture_key IS 'The key that addresses of pictures are signed with; another one ends all that were given out';
-- Random as keys are: each of the two is 122 bits of the system's generator.
INSERT INTO picture_key (key) VALUES (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- ops

CREATE TABLE samples (
    series text             NOT NULL COLLATE "C",
    node   text             NOT NULL COLLATE "C",
    at     timestamptz      NOT NULL,
    value  double precision NOT NULL,
    PRIMARY KEY (series, node, at)
);
COMMENT ON TABLE samples IS 'Measured values of the last day, so that a page shows them whichever node it asks';
COMMENT ON COLUMN samples.node IS 'empty for what all nodes share, noted by whichever comes first';

CREATE TABLE hourly_samples (
    series text             NOT NULL COLLATE "C",
    at     timestamptz      NOT NULL,
    value  double precision NOT NULL,
    PRIMARY KEY (series, at)
);
CREATE INDEX hourly_samples_at ON hourly_samples (at);
COMMENT ON TABLE hourly_samples IS 'The samples of all nodes by the hour, for a month: a largest level, or how many there were in a minute';

CREATE TABLE nodes (
    node       text        PRIMARY KEY COLLATE "C",
    version    text        NOT NULL,
    settings   jsonb       NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    seen_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX nodes_seen_at ON nodes (seen_at);
COMMENT ON TABLE nodes IS 'Nodes that said lately that they are there';
COMMENT ON COLUMN nodes.settings IS 'what must be the same on all nodes, by property; of a secret and of an account a part of its hash';

CREATE TABLE route_revisions (
    number         bigint      PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    file           text        NOT NULL,
    content        text,
    origin         text        NOT NULL CHECK (origin IN ('shipped', 'folder', 'api', 'rollback')),
    author         text        NOT NULL,
    note           text,
    refusal        text,
    replaces       bigint      REFERENCES route_revisions,
    correlation_id text,
    made_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX route_revisions_by_file ON route_revisions (file, number);
COMMENT ON TABLE route_revisions IS 'Edits of operators'' routes and mappings, applied or refused; whoever adds one holds route_head, so that numbers are in the order of commits';
COMMENT ON COLUMN route_revisions.content IS 'null where the file is taken away, or where a refused one is not to be kept';
COMMENT ON COLUMN route_revisions.refusal IS 'null where it was applied';

CREATE TABLE route_files (
    file     text   PRIMARY KEY,
    revision bigint NOT NULL REFERENCES route_revisions
);
COMMENT ON TABLE route_files IS 'What runs on every node: the revision of each file';

CREATE TABLE route_head (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    number  bigint NOT NULL
);
INSERT INTO route_head (number) VALUES (0);
COMMENT ON TABLE route_head IS 'The revision up to which route_files goes, one row';

CREATE TABLE route_imports (
    file   text  NOT NULL,
    sha256 bytea NOT NULL,
    PRIMARY KEY (file, sha256)
);
COMMENT ON TABLE route_imports IS 'Contents that the folders of nodes have had: only what is new is imported, so that a node that was down brings back nothing old';

CREATE TABLE route_folders (
    sha256 bytea PRIMARY KEY
);
COMMENT ON TABLE route_folders IS 'Sets of files that the folders of nodes have had';

CREATE TABLE comparisons (
    pattern    text        PRIMARY KEY COLLATE "C",
    vin        text        NOT NULL,
    at         timestamptz NOT NULL DEFAULT now(),
    model_year smallint,
    make       text,
    model      text
);
COMMENT ON TABLE comparisons IS 'VIN patterns of which both services were asked, as they were compared last';

CREATE TABLE comparison_members (
    pattern text    NOT NULL COLLATE "C" REFERENCES comparisons ON DELETE CASCADE,
    member  text    NOT NULL,
    verdict text    NOT NULL,
    items   integer NOT NULL,
    PRIMARY KEY (pattern, member, verdict)
);
COMMENT ON TABLE comparison_members IS 'How many items of each member are equal, close, the same set, only in one of the two, or different';

CREATE TABLE comparison_differences (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pattern text   NOT NULL COLLATE "C" REFERENCES comparisons ON DELETE CASCADE,
    member  text   NOT NULL,
    item    text   NOT NULL,
    verdict text   NOT NULL,
    ads     text,
    cvd     text
);
CREATE INDEX comparison_differences_by_member ON comparison_differences (member, id);
CREATE INDEX comparison_differences_by_pattern ON comparison_differences (pattern);
COMMENT ON TABLE comparison_differences IS 'Items that are not the same, with both values';

CREATE TABLE comparison_budget (
    day   date   PRIMARY KEY,
    spent bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE comparison_budget IS 'Calls that comparison took of each UTC day''s, counted before they are made';

CREATE TABLE golden_head (
    sampled_on date        NOT NULL,
    changed_at timestamptz NOT NULL
);
COMMENT ON TABLE golden_head IS 'The one row of the daily sample of golden VINs: when it was asked for last, and the last change that was seen of one';
INSERT INTO golden_head VALUES ('-infinity', '-infinity');

-- What is large and written with each answer is packed by lz4, which costs a third to two thirds of what PostgreSQL's own way does.
DO $$
BEGIN
    ALTER TABLE documents ALTER COLUMN content SET COMPRESSION lz4;
    ALTER TABLE cards ALTER COLUMN content SET COMPRESSION lz4;
    ALTER TABLE galleries
        ALTER COLUMN pictures SET COMPRESSION lz4,
        ALTER COLUMN addresses SET COMPRESSION lz4,
        ALTER COLUMN names SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    RAISE NOTICE 'PostgreSQL was built without lz4: documents, cards and galleries are packed by pglz';
END
$$;
