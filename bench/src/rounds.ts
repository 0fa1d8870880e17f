/** The middle one of the values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Measures the contestants in turn, round after round, so that what else the machine does meets all of them. */
export async function interleave<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[]
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) figures[name].push(await contestants[name]())
  }
  return figures
}

/** The median of what one is of the other in each round. */
export const ratio = (own: readonly number[], other: readonly number[]): number =>
  median(own.map((figure, round) => figure / (other[round] ?? Number.NaN)))
