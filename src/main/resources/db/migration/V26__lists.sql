-- Lists of vehicles: whatever is filtered by, the rows are found in the order in which they are listed, and what else is filtered by stands
-- in the same index, so that no row is read for nothing. Vehicles without a description are listed too, if a dealer said something of them.
ALTER TABLE vehicles
    ADD COLUMN listed boolean GENERATED ALWAYS AS (document IS NOT NULL OR own IS NOT NULL) STORED,
    ADD COLUMN body_key text COLLATE "C" GENERATED ALWAYS AS (lower(coalesce(body_type, ''))) STORED;
DROP INDEX vehicles_by_model;
DROP INDEX vehicles_by_year;
DROP INDEX vehicles_by_change;
CREATE INDEX vehicles_by_make ON vehicles (make_key, model_key, year_key, vin, body_key) WHERE listed;
CREATE INDEX vehicles_by_model ON vehicles (model_key, make_key, year_key, vin, body_key) WHERE listed;
CREATE INDEX vehicles_by_year ON vehicles (year_key, make_key, model_key, vin, body_key) WHERE listed;
CREATE INDEX vehicles_by_body ON vehicles (body_key, make_key, model_key, year_key, vin) WHERE listed;
CREATE INDEX vehicles_by_change ON vehicles (changed_at, vin, make_key, model_key, year_key, body_key) WHERE listed;
