/** Index of the last number that is not above `limit`, or -1; the list is in order. */
export function lastBefore(list: ArrayLike<number>, limit: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** All numbers of several lists that are in order, in order. */
export function merged(lists: readonly Int32Array[]): Int32Array {
  const [one = new Int32Array(), ...others] = lists
  if (others.length === 0) return one
  const middle = lists.length >> 1
  return mergedPair(merged(lists.slice(0, middle)), merged(lists.slice(middle)))
}

function mergedPair(left: Int32Array, right: Int32Array): Int32Array {
  const all = new Int32Array(left.length + right.length)
  let next = 0
  let other = 0
  for (let at = 0; at < all.length; at += 1) {
    const isLeft = other >= right.length || (next < left.length && (left[next] ?? 0) <= (right[other] ?? 0))
    all[at] = (isLeft ? left[next] : right[other]) ?? 0
    if (isLeft) next += 1
    else other += 1
  }
  return all
}
