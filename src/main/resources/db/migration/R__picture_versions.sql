-- Showcases are made of listings, stock images and copies. Whoever changes one of these counts up the version of its part in the same
-- transaction, and so no showcase holds that was made before. A version is a row of its own, because a copy does not know which styles
-- list it, and who lists it need not wait for who copies it.

-- The beginning that names of one vehicle's pictures have in common: of a file its vehicle's code, else the style's number.
CREATE OR REPLACE FUNCTION copies_part(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'copies ' || coalesce(substring(name FROM '^(?:cc_)?(\d{4}[A-Z]{3}\d{6})_'), split_part(name, '-', 1))
$$;

-- The parts that a style's showcases are made of, by the names of its pictures, null where it has none.
CREATE OR REPLACE FUNCTION picture_parts(style integer, names text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY['listing ' || style, 'stock ' || style]
        || ARRAY(SELECT DISTINCT copies_part(name) FROM unnest(names) AS name WHERE name IS NOT NULL)
$$;

-- Versions only grow, and so the sum of some is the same only while each of them is.
CREATE OR REPLACE FUNCTION count_up_versions(parts text[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO picture_versions AS v (part) SELECT DISTINCT part FROM unnest(parts) AS part ORDER BY part
    ON CONFLICT (part) DO UPDATE SET version = v.version + 1
$$;

-- A style's listing or its stock image, as the trigger says.
CREATE OR REPLACE FUNCTION style_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM count_up_versions(ARRAY[TG_ARGV[0] || ' ' || coalesce(NEW.style_id, OLD.style_id)]);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION copy_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM count_up_versions(ARRAY[copies_part(NEW.name)]);
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM count_up_versions(ARRAY[copies_part(OLD.name)]);
    ELSIF (OLD.name, OLD.hash) IS DISTINCT FROM (NEW.name, NEW.hash) THEN
        PERFORM count_up_versions(ARRAY[copies_part(OLD.name), copies_part(NEW.name)]);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION image_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.broken, OLD.placeholder) IS DISTINCT FROM (NEW.broken, NEW.placeholder) THEN
        PERFORM count_up_versions(ARRAY(SELECT copies_part(name) FROM pictures WHERE hash = NEW.hash));
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER listing_made AFTER INSERT OR DELETE ON galleries
    FOR EACH ROW EXECUTE FUNCTION style_part_changed('listing');
CREATE OR REPLACE TRIGGER listing_changed AFTER UPDATE OF pictures, names ON galleries
    FOR EACH ROW WHEN ((OLD.pictures, OLD.names) IS DISTINCT FROM (NEW.pictures, NEW.names)) EXECUTE FUNCTION style_part_changed('listing');
CREATE OR REPLACE TRIGGER stock_image_made AFTER INSERT OR DELETE ON stock_images
    FOR EACH ROW EXECUTE FUNCTION style_part_changed('stock');
CREATE OR REPLACE TRIGGER stock_image_changed AFTER UPDATE OF name, width, height ON stock_images
    FOR EACH ROW WHEN ((OLD.name, OLD.width, OLD.height) IS DISTINCT FROM (NEW.name, NEW.width, NEW.height))
    EXECUTE FUNCTION style_part_changed('stock');
CREATE OR REPLACE TRIGGER copy_changed AFTER INSERT OR DELETE OR UPDATE OF name, hash ON pictures
    FOR EACH ROW EXECUTE FUNCTION copy_changed();
CREATE OR REPLACE TRIGGER image_changed AFTER UPDATE OF broken, placeholder ON images
    FOR EACH ROW EXECUTE FUNCTION image_changed();
