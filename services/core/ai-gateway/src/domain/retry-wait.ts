interface RetrySettings {
  readonly base_delay_ms: number
  readonly max_delay_ms: number
}

/** Full jitter, or what the provider asked for; undefined when that is longer than may be waited. */
export function retryWait(
  { base_delay_ms: base, max_delay_ms: longest }: RetrySettings,
  tries: number,
  retryAfterMs: number | undefined,
  random: number,
): number | undefined {
  if (retryAfterMs === undefined) return random * Math.min(longest, base * 2 ** (tries - 1))
  return retryAfterMs > longest ? undefined : retryAfterMs
}
