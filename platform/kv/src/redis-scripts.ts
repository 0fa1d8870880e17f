/** Lua run inside Redis: each is one atomic step and one round trip. */

export const incrementScript = `
local fresh = redis.call('EXISTS', KEYS[1]) == 0
local value = redis.call('INCRBY', KEYS[1], ARGV[1])
if fresh then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return value
`

export const incrementBoundedScript = `
local raw = redis.call('GET', KEYS[1])
local current = 0
if raw then
  if not string.match(raw, '^-?%d+$') then return redis.error_reply('ERR value is not an integer') end
  current = tonumber(raw)
end
local by = tonumber(ARGV[1])
if by > 0 and current + by > tonumber(ARGV[2]) then return {0, current} end
if by < 0 then by = math.max(math.min(current, 0), current + by) - current end
if by ~= 0 then
  redis.call('INCRBY', KEYS[1], string.format('%.0f', by))
  if not raw then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
end
return {1, current + by}
`

/** The server's own time, so that replicas with different clocks share one bucket. */
export const serverNow = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`

/** Expects \`now\`; the same arithmetic as \`takeTokens\`. Fractions travel as text, as Redis cuts numbers to integers. */
export const bucketScript = `
local capacity, perMs, cost = tonumber(ARGV[1]), tonumber(ARGV[2]) / 1000, tonumber(ARGV[3])
local state = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local at, full = now, capacity
if state[1] then
  local before = tonumber(state[2])
  at = math.max(before, now)
  full = math.min(capacity, tonumber(state[1]) + (at - before) * perMs)
end
local allowed = full >= cost
local tokens = allowed and full - cost or full
local retry = allowed and 0 or math.ceil((cost - tokens) / perMs)
local reset = math.ceil(at + (capacity - tokens) / perMs)
redis.call('HSET', KEYS[1], 'tokens', string.format('%.17g', tokens), 'at', string.format('%.0f', at))
redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', reset + 1))
return {allowed and 1 or 0, math.floor(tokens), string.format('%.0f', retry), string.format('%.0f', reset)}
`

/** The token is the server's microsecond, or one more than the last: it grows even when Redis was emptied between. */
export const lockScript = `
if redis.call('EXISTS', KEYS[1]) == 1 then return false end
local time = redis.call('TIME')
local token = time[1] * 1000000 + time[2]
local last = tonumber(redis.call('GET', KEYS[2]) or '0')
if token <= last then token = last + 1 end
local text = string.format('%.0f', token)
redis.call('SET', KEYS[2], text, 'EX', 86400)
redis.call('SET', KEYS[1], text, 'PX', ARGV[1])
return text
`

export const releaseScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`

export const extendScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`
