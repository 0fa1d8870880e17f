/** A place along an axis, in per cent of its length. */
export type Scale = (value: number) => number

/** From [low, high] to 0…100; a span of nothing is its middle. */
export function scaleOf(low: number, high: number): Scale {
  const size = high - low
  return (value) => (size === 0 ? 50 : ((value - low) / size) * 100)
}

/** Round numbers that cover [low, high] in about so many steps. */
export function ticksOf(low: number, high: number, about = 4): number[] {
  const size = high - low
  if (!Number.isFinite(size) || size <= 0) return [low]
  const rough = size / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  const places = Math.max(0, -Math.floor(Math.log10(step)))
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(places)),
  )
}
