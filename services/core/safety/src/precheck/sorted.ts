interface Part {
  readonly from: number
  readonly to: number
}

/** Index of the last number that is not above `limit`, or -1; the list is in order. */
export function lastBefore(list: readonly number[], limit: number): number {
  return lastWithin(list, limit, 0, list.length)
}

/** The same within a part of a list, sought in growing steps from a place that may be near. */
export function lastNear(list: readonly number[], limit: number, part: Part, near: number): number {
  let low = near
  let high = near
  for (let step = 1; low > part.from && (list[low - 1] ?? 0) > limit; step *= 2) {
    high = low - 1
    low = Math.max(part.from, low - step)
  }
  for (let step = 1; high < part.to && (list[high] ?? 0) <= limit; step *= 2) {
    low = high + 1
    high = Math.min(part.to, high + step)
  }
  return lastWithin(list, limit, low, high)
}

/** The same within a part of a list that is in order; where none is, the index before the part. */
function lastWithin(list: readonly number[], limit: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
