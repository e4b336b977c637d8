-- Sends the lines of a file as bodies in turn and prints what came of it as JSON.
-- Arguments: the file; `unique` to replace #unique# in each body by a number that was never sent before; where numbers begin.
local bodies, requests, unique, count = {}, {}, false, 0

function init(args)
  unique = args[2] == "unique"
  count = tonumber(args[3]) or 0
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  for line in io.lines(args[1]) do
    bodies[#bodies + 1] = line
    requests[#requests + 1] = wrk.format(nil, nil, nil, line)
  end
end

function request()
  count = count + 1
  local index = (count - 1) % #bodies + 1
  if not unique then return requests[index] end
  return wrk.format(nil, nil, nil, (bodies[index]:gsub("#unique#", count)))
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests":%d,"seconds":%f,"p50Ms":%f,"p99Ms":%f,"failures":%d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
