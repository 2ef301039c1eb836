-- Asks for the VINs of a file in any order; with the tag that stands behind a VIN, whether that is still what it is.
local requests = {}

function init(args)
    math.randomseed(os.time())
    for line in io.lines(args[1]) do
        local vin, tag = line:match("(%S+) ?(.*)")
        local headers = { ["X-API-Key"] = os.getenv("VINBRIDGE_ADMIN_KEY"), ["If-None-Match"] = tag ~= "" and tag or nil,
            ["Accept-Encoding"] = os.getenv("ACCEPT_ENCODING") }
        requests[#requests + 1] = wrk.format("GET", "/api/v1/vehicles/" .. vin .. (os.getenv("QUERY") or ""), headers)
    end
end

function request()
    return requests[math.random(#requests)]
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("counted %d %d %.0f %.1f\n", summary.requests, summary.bytes / summary.requests,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout, latency:percentile(99) / 1000))
end
