/**
 * The copy of a licence's seats in Redis: a hash of machine → session and session → machine and start, with the terms of the
 * copy, and a sorted set of sessions by their end. Both name the epoch, so that neither can be lost alone without being
 * missed.
 *
 * Redis' own time decides, as it is one for all processes; only spans of time come in and go out. `ARGV[3]` is how far our
 * clock has been moved, 0 outside tests. `ARGV[1]` is the server's `run_id`: a server that came back with a snapshot has
 * another.
 */
const prelude = `
local runId, epoch = ARGV[1], ARGV[2]
local holders, ends = KEYS[1], KEYS[2]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[3]
local terms = redis.call('HMGET', holders, 'epoch', 'run_id', 'limit', 'hold', 'until')
local limit, hold = tonumber(terms[3]), tonumber(terms[4])

local function text(number)
  return string.format('%.0f', number)
end
local function isThere()
  return terms[1] == epoch and terms[2] == runId and redis.call('ZSCORE', ends, 'epoch') == '-' .. epoch
end
local function isCurrent()
  return isThere() and (terms[5] == '' or now < tonumber(terms[5]))
end
local function set(name, newLimit, newHold, usable)
  local untilEnd = usable == '' and '' or text(now + usable)
  redis.call('HSET', holders, 'epoch', name, 'run_id', runId, 'limit', newLimit, 'hold', newHold, 'until', untilEnd)
  redis.call('ZADD', ends, '-' .. name, 'epoch')
end
local function add(machine, session, start, rest)
  redis.call('HSET', holders, machine, session, session, machine .. ' ' .. start)
  redis.call('ZADD', ends, text(now + rest), session)
end
local function machineOf(session)
  local holding = redis.call('HGET', holders, session)
  return holding and string.match(holding, '^(%S+) ')
end
local function isClosed(session)
  return redis.call('HEXISTS', holders, 'closed ' .. session) == 1
end
local function remove(session)
  redis.call('HDEL', holders, session, machineOf(session), 'closed ' .. session)
  redis.call('ZREM', ends, session)
end
local function used()
  return redis.call('ZCARD', ends) - 1
end
local function held()
  return redis.call('ZRANGEBYSCORE', ends, '(' .. text(now), '+inf')
end
local function startOf(session)
  return tonumber(string.match(redis.call('HGET', holders, session), ' (%d+)$'))
end
local function isSurplus(session)
  if used() <= limit then return false end
  local start, older = startOf(session), 0
  for _, other in ipairs(held()) do
    local theirs = startOf(other)
    if theirs < start or (theirs == start and other < session) then older = older + 1 end
  end
  return older >= limit
end
`

/**
 * machine, new session, its start → taken or kept, the session, how many seats are used, the limit, the sessions that had ended; or full,
 * with those who hold the seats, and the machine's own session where it was among the newest and too many.
 */
const acquire = `${prelude}
if not isCurrent() then return {'stale'} end
local machine, session, start = ARGV[4], ARGV[5], ARGV[6]
local dropped = redis.call('ZRANGEBYSCORE', ends, '(0', text(now))
for _, ended in ipairs(dropped) do remove(ended) end
local own = redis.call('HGET', holders, machine)
if own and not isSurplus(own) then
  redis.call('ZADD', ends, text(now + hold), own)
  redis.call('HDEL', holders, 'closed ' .. own)
  return {'kept', own, used(), limit, dropped}
end
if own then remove(own) end
if used() >= limit then
  local freeing = redis.call('ZRANGE', ends, 1 + used() - limit, 1 + used() - limit, 'WITHSCORES')
  return {'full', tonumber(freeing[2]) - now, used(), limit, dropped, held(), own}
end
add(machine, session, start, hold)
return {'taken', session, used(), limit, dropped}
`

/** session → kept, with its machine; gone: it had ended or never was; plan_reduced: it is among the newest, and too many. */
const heartbeat = `${prelude}
if not isCurrent() then return {'stale'} end
local session = ARGV[4]
local ending = tonumber(redis.call('ZSCORE', ends, session) or 0)
if ending <= now or isClosed(session) then return {'gone'} end
if isSurplus(session) then
  remove(session)
  return {'plan_reduced'}
end
redis.call('ZADD', ends, text(now + hold), session)
return {'kept', machineOf(session), hold}
`

/** session → held, or gone: it had ended or never was. No heartbeat keeps it from now on; its seat is taken until its release. */
const close = `${prelude}
if not isCurrent() then return 'stale' end
local session = ARGV[4]
if tonumber(redis.call('ZSCORE', ends, session) or 0) <= now then return 'gone' end
redis.call('HSET', holders, 'closed ' .. session, '')
return 'held'
`

/** session: its seat is free. */
const release = `${prelude}
if not isCurrent() then return 'stale' end
if redis.call('ZSCORE', ends, ARGV[4]) then remove(ARGV[4]) end
return 'released'
`

/**
 * limit, hold, how long the licence may be used, then machine, session, start and rest of each seat: the copy anew. A load
 * that comes late finds its epoch there and leaves it alone. Heartbeats that the copy before it answered count, as Postgres
 * may not have heard of the last of them.
 */
const load = `${prelude}
if isThere() then return 'late' end
local endsBefore = {}
local before = redis.call('ZRANGE', ends, 0, -1, 'WITHSCORES')
for at = 1, #before, 2 do endsBefore[before[at]] = tonumber(before[at + 1]) end
redis.call('DEL', holders, ends)
set(epoch, ARGV[4], ARGV[5], ARGV[6])
for at = 7, #ARGV, 4 do
  local session, rest = ARGV[at + 1], tonumber(ARGV[at + 3])
  local restBefore = math.min((endsBefore[session] or now) - now, tonumber(ARGV[5]))
  rest = math.max(rest, restBefore)
  if rest > 0 then add(ARGV[at], session, ARGV[at + 2], rest) end
end
return 'loaded'
`

/** next epoch, limit, hold, how long, then the sessions that go on: the same copy under the next epoch, on other terms. */
const renew = `${prelude}
if not isThere() then return 'stale' end
local goesOn = {epoch = true}
for at = 8, #ARGV do goesOn[ARGV[at]] = true end
for _, session in ipairs(redis.call('ZRANGE', ends, 0, -1)) do
  if not goesOn[session] then remove(session) end
end
set(ARGV[4], ARGV[5], ARGV[6], ARGV[7])
return 'renewed'
`

/** The sessions that hold a seat, each with the rest of its time. */
const list = `${prelude}
if not isCurrent() then return 'stale' end
local rests = {}
for _, session in ipairs(held()) do
  if not isClosed(session) then
    rests[#rests + 1] = {session, tonumber(redis.call('ZSCORE', ends, session)) - now}
  end
end
return rests
`

export const seatScripts = { acquire, heartbeat, close, release, load, renew, list }
export type SeatScriptName = keyof typeof seatScripts
