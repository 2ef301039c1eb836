-- Whether a node of these settings asks by this key: keys of descriptions and of lists of the catalogue begin with the settings.
CREATE OR REPLACE FUNCTION belongs_to_settings(request_key text, settings text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT settings IS NULL OR split_part(request_key, ':', 1) NOT IN ('describe', 'catalog')
        OR starts_with(substr(request_key, strpos(request_key, ':') + 1), settings || ':')
$$;
