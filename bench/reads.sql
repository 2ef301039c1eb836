-- 100,000 vehicles of 1,000 documents of some :size bytes, under the key of the vehicle that is there.
WITH made AS (
    SELECT n, convert_to('{"common":{"modelYear":2023,"make":"Ford","model":"F-150"},"engines":[],"equipment":['
        || (SELECT string_agg(format('{"description":"Piece of equipment number %s of document %s %s","header":{"id":%s,"name":"MECHANICAL"},"styleIds":[4356%s]}',
            i, n, md5((n * 1000 + i)::text), i, i), ',') FROM generate_series(1, :size / 153) i)
        || '],"exteriorColors":[],"interiorColors":[],"options":[],"specifications":[],"styles":[{"id":435601,"name":"XL"}]}', 'UTF8') AS content
    FROM generate_series(1, 1000) n),
written AS (
    INSERT INTO documents (hash, content, answer) SELECT sha256(content), content, '' FROM made RETURNING hash),
described AS (
    INSERT INTO descriptions (request_key, outcome, document, service, data_source, build, model_year, make, model, trim, body_type,
        drivetrain, style_id, styles)
    SELECT regexp_replace(v.request_key, '[^:]+$', '') || n, 'described', hash, 'ADS 7c', 'Catalog', '85.1', 2023, 'Ford', 'F-150', 'XL',
        'Truck', '4WD', 435601, 1
    FROM (SELECT request_key FROM vehicles LIMIT 1) v, (SELECT hash, row_number() OVER () AS n FROM written) d
    RETURNING *)
INSERT INTO vehicles (vin, request_key, document, model_year, make, model, trim, body_type, drivetrain, style_id, styles)
SELECT '1FTFW1E50PFB' || lpad(n::text, 5, '0'), request_key, document, model_year, make, model, trim, body_type, drivetrain, style_id, styles
FROM generate_series(0, 99999) n
JOIN (SELECT *, row_number() OVER () - 1 AS place FROM described) d ON place = n % 1000;
VACUUM ANALYZE;
