-- The everyday colour that a dealer's words name, English or French: of several the last, as in "blue black".
CREATE OR REPLACE FUNCTION color_family(stated text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE named.word[1]
            WHEN 'blanc' THEN 'white' WHEN 'blanche' THEN 'white' WHEN 'ivory' THEN 'white' WHEN 'cream' THEN 'white'
            WHEN 'noir' THEN 'black' WHEN 'noire' THEN 'black'
            WHEN 'grey' THEN 'gray' WHEN 'gris' THEN 'gray' WHEN 'grise' THEN 'gray' WHEN 'charcoal' THEN 'gray'
            WHEN 'graphite' THEN 'gray' WHEN 'gunmetal' THEN 'gray'
            WHEN 'argent' THEN 'silver'
            WHEN 'rouge' THEN 'red' WHEN 'burgundy' THEN 'red' WHEN 'maroon' THEN 'red' WHEN 'crimson' THEN 'red'
            WHEN 'bleu' THEN 'blue' WHEN 'bleue' THEN 'blue' WHEN 'navy' THEN 'blue' WHEN 'teal' THEN 'blue' WHEN 'turquoise' THEN 'blue'
            WHEN 'vert' THEN 'green' WHEN 'verte' THEN 'green' WHEN 'olive' THEN 'green' WHEN 'lime' THEN 'green'
            WHEN 'brun' THEN 'brown' WHEN 'brune' THEN 'brown' WHEN 'bronze' THEN 'brown'
            WHEN 'tan' THEN 'beige' WHEN 'champagne' THEN 'beige'
            WHEN 'copper' THEN 'orange' WHEN 'jaune' THEN 'yellow' WHEN 'violet' THEN 'purple'
            ELSE named.word[1] END
    FROM regexp_matches(lower(left(stated, 200) COLLATE words),
        '\m(white|blanc|blanche|ivory|cream|black|noire?|gr[ae]y|grise?|charcoal|graphite|gunmetal|silver|argent|red|rouge|burgundy|maroon|crimson|blue|bleue?|navy|teal|turquoise|green|verte?|olive|lime|brown|brune?|bronze|beige|tan|champagne|gold|orange|copper|yellow|jaune|purple|violet)\M',
        'g') WITH ORDINALITY AS named (word, place)
    ORDER BY named.place DESC LIMIT 1
$$;

-- A few bits for each word that lists are filtered by, none where there is none: whatever has a word has its bits, and few others have.
-- WordSignature has the same places.
CREATE OR REPLACE FUNCTION vehicle_signature(make text, model text, body_type text, body text, driven_wheels text, fuel text,
        transmission text, color text, status text, dealer text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(hashtextextended(lower(make COLLATE words), 0) & 511, 0)
        | coalesce((hashtextextended(lower(model COLLATE words), 0) & 511) << 9, 0)
        | coalesce((hashtextextended(lower(dealer COLLATE words), 0) & 16383) << 18, 0)
        | coalesce((hashtextextended(lower(status COLLATE words), 0) & 63) << 32, 0)
        | coalesce((hashtextextended(lower(body COLLATE words), 0) & 31) << 38, 0)
        | coalesce((hashtextextended(lower(color COLLATE words), 0) & 31) << 43, 0)
        | coalesce((hashtextextended(lower(driven_wheels COLLATE words), 0) & 7) << 48, 0)
        | coalesce((hashtextextended(lower(fuel COLLATE words), 0) & 15) << 51, 0)
        | coalesce((hashtextextended(lower(transmission COLLATE words), 0) & 15) << 55, 0)
        | coalesce((hashtextextended(lower(body_type COLLATE words), 0) & 15) << 59, 0)
$$;

-- What lists find a vehicle by: facts of the card of its style, and what the dealer who counts says. Whoever writes the vehicle's row writes
-- these with it, so that no list knows it otherwise than it is served.
CREATE OR REPLACE FUNCTION set_vehicle_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    said jsonb := NEW.own::jsonb;
    paint text;
    held jsonb;
    msrp numeric;
BEGIN
    -- No list has it: it is not known by anything yet.
    IF NEW.document IS NULL AND said IS NULL AND NEW.stand_in IS NULL THEN
        NEW.search := '';
        NEW.signature := 0;
        RETURN NEW;
    END IF;
    IF NEW.document IS NULL AND NEW.stand_in_card IS NOT NULL THEN
        held := NEW.stand_in_card::jsonb;
        SELECT card ->> 'body', card ->> 'drivetrain', card ->> 'fuel', card #>> '{transmission,kind}', card #>> '{exteriorColor,family}',
            card #>> '{price,msrp}'
        INTO NEW.body, NEW.driven_wheels, NEW.fuel, NEW.transmission, NEW.color_family, msrp FROM (SELECT held -> 'card') AS of (card);
    ELSE
        SELECT c.body, c.driven_wheels, c.fuel, c.transmission, c.color_family, c.msrp
        INTO NEW.body, NEW.driven_wheels, NEW.fuel, NEW.transmission, NEW.color_family, msrp
        FROM cards c WHERE c.document = NEW.document AND c.style_id = coalesce(NEW.style_id, 0);
    END IF;
    -- As the card shows it: the colour that it knows, else that of the style's own which the dealer's words name, else what they say.
    IF said IS NOT NULL AND NEW.color_family IS NULL THEN
        SELECT btrim(said ->> name) INTO paint FROM unnest(ARRAY['exteriorColor', 'color', 'colour']) WITH ORDINALITY AS stated (name, place)
        WHERE jsonb_typeof(said -> name) = 'string' AND said ->> name ~ '\S' AND length(said ->> name) <= 100
        ORDER BY place LIMIT 1;
    END IF;
    IF paint IS NOT NULL AND NEW.document IS NOT NULL THEN
        SELECT content INTO held FROM cards c WHERE c.document = NEW.document AND c.style_id = coalesce(NEW.style_id, 0);
    END IF;
    IF paint IS NOT NULL AND coalesce(jsonb_typeof(held #> '{card,exteriorColor}'), 'null') = 'null' THEN
        SELECT offered ->> 'family' INTO NEW.color_family
        FROM jsonb_array_elements(CASE jsonb_typeof(held -> 'colors') WHEN 'array' THEN held -> 'colors' ELSE '[]' END)
            WITH ORDINALITY AS own (offered, place)
        WHERE offered ->> 'code' IS NOT NULL
            AND lower(paint COLLATE words) IN (lower(offered ->> 'code' COLLATE words), lower(offered ->> 'name' COLLATE words))
        ORDER BY lower(paint COLLATE words) = lower(offered ->> 'code' COLLATE words) DESC, place LIMIT 1;
        IF NOT FOUND THEN
            NEW.color_family := color_family(paint);
        END IF;
    END IF;
    NEW.own_price := CASE WHEN jsonb_typeof(said -> 'price') = 'number' THEN (said ->> 'price')::numeric END;
    NEW.price := coalesce(NEW.own_price, msrp);
    NEW.mileage := CASE WHEN jsonb_typeof(said -> 'mileage') = 'number' THEN (said ->> 'mileage')::numeric END;
    NEW.status := left(said ->> 'status', 50);
    NEW.stock := left(said ->> 'stock', 200);
    -- Most updates are of a price or a mileage.
    IF TG_OP = 'UPDATE' THEN
        IF OLD.listed AND (NEW.body, NEW.driven_wheels, NEW.fuel, NEW.transmission, NEW.color_family, NEW.own_dealer, NEW.status, NEW.stock,
                NEW.make, NEW.model, NEW.trim, NEW.body_type, NEW.model_year) IS NOT DISTINCT FROM (OLD.body, OLD.driven_wheels, OLD.fuel,
                OLD.transmission, OLD.color_family, OLD.own_dealer, OLD.status, OLD.stock, OLD.make, OLD.model, OLD.trim, OLD.body_type, OLD.model_year) THEN
            NEW.search := OLD.search;
            NEW.signature := OLD.signature;
            RETURN NEW;
        END IF;
    END IF;
    NEW.signature := vehicle_signature(coalesce(NEW.make, ''), coalesce(NEW.model, ''), coalesce(NEW.body_type, ''), NEW.body,
        NEW.driven_wheels, NEW.fuel, NEW.transmission, NEW.color_family, NEW.status, NEW.own_dealer);
    NEW.search := array_to_tsvector(array_remove(ARRAY[
            'body:' || NEW.body, 'bodytype:' || lower(NEW.body_type COLLATE words), 'drivetrain:' || NEW.driven_wheels,
            'fuel:' || NEW.fuel, 'transmission:' || NEW.transmission,
            'color:' || NEW.color_family, 'dealer:' || lower(NEW.own_dealer COLLATE words), 'status:' || lower(NEW.status COLLATE words),
            'stock:' || lower(NEW.stock COLLATE words)], NULL)
        || string_to_array('text:' || replace(btrim(regexp_replace(
            lower(concat_ws(' ', NEW.vin, NEW.model_year, NEW.make, NEW.model, NEW.trim, NEW.stock) COLLATE words),
            '[^[:alnum:]]+', ' ', 'g')), ' ', ' text:'), ' '));
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER vehicle_search
    BEFORE INSERT OR UPDATE OF document, style_id, stand_in_card, own, own_dealer, make, model, trim, body_type, model_year ON vehicles
    FOR EACH ROW EXECUTE FUNCTION set_vehicle_search();
