-- Asks for one path, with the headers of a file, each a line of "name: value".
local headers = {}

function init(args)
    for line in io.lines(args[1]) do
        local name, value = line:match("([^:]+): (.*)")
        headers[name] = value
    end
end

function request()
    return wrk.format("GET", nil, headers)
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("counted %d %d %.0f %.1f\n", summary.requests, summary.bytes / summary.requests,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout, latency:percentile(99) / 1000))
end
