-- What one dealer says of one vehicle. Several dealers may have the same VIN: a car moves, or stands at a group's and a marketplace's site.
-- "dealer" is the name that the message gives; where it gives none, its source stands in that place and "named" is false. "said" holds for
-- each member of "fields" when that was said and by which event, so that in whatever order events come, the newest wins.
-- No row is larger than a node can read, whoever writes it.
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
    stock         text COLLATE "C" GENERATED ALWAYS AS (left(fields ->> 'stock', 200)) STORED,
    status        text COLLATE "C" GENERATED ALWAYS AS (left(fields ->> 'status', 50)) STORED,
    price         numeric GENERATED ALWAYS AS
        (CASE WHEN jsonb_typeof(fields -> 'price') = 'number' THEN (fields ->> 'price')::numeric END) STORED,
    PRIMARY KEY (vin, dealer)
) WITH (fillfactor = 80);
CREATE INDEX offers_of_dealer ON offers (dealer, status, stock, vin);
COMMENT ON TABLE offers IS 'What each dealer says of each vehicle; forgotten with the vehicle, bounded for each vehicle by settings';

-- The vehicle's row holds what is served of its offers, so that a read is of one row: "own" is the fields of the offer that
-- "own_dealer" names, "offers" a JSON list of all.
ALTER TABLE vehicles DROP COLUMN own_said, DROP COLUMN tracking_said,
    ADD COLUMN own_dealer text COLLATE "C",
    ADD COLUMN offers text CHECK (octet_length(offers) <= 8388608),
    ADD CHECK (octet_length(own) <= 2097152);
