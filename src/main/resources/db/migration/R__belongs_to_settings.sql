-- Whether a node of these settings asks by this key: keys of descriptions and of lists of the catalogue begin with the settings,
-- of which there are two, parted by a blank, where it can ask both services.
CREATE OR REPLACE FUNCTION belongs_to_settings(request_key text, settings text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT settings IS NULL OR split_part(request_key, ':', 1) NOT IN ('describe', 'catalog')
        OR starts_with(substr(request_key, strpos(request_key, ':') + 1), split_part(settings, ' ', 1) || ':')
        OR (split_part(settings, ' ', 2) <> ''
            AND starts_with(substr(request_key, strpos(request_key, ':') + 1), split_part(settings, ' ', 2) || ':'))
$$;
