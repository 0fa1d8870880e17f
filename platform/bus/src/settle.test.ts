import { expect, it } from 'vitest'
import type { Sighting } from './poll.ts'
import { settle } from './settle.ts'

/** A bus whose looks see this; work is begun beside each look that says so. */
function scripted(looks: readonly (Sighting & { readonly beside?: boolean })[]) {
  const left = [...looks]
  let begun = 0
  return {
    left,
    parts: {
      movers: [{ drained: async () => undefined, begun: () => begun }],
      transport: { isIdle: async () => true },
      poll: {
        async lookForWork() {
          const { beside = false, ...sighting } = left.shift() ?? { found: false, nextDue: undefined }
          if (beside) begun += 1
          return sighting
        },
      },
    },
  }
}

it('advances to the next attempt, not to the end of a claim that was held while it looked', async () => {
  const advancedTo: number[] = []
  const { parts } = scripted([
    { found: false, nextDue: 60_000, beside: true },
    { found: false, nextDue: 3_000 },
  ])
  await settle(parts, { advanceTo: (time) => void advancedTo.push(time) })
  expect(advancedTo).toEqual([3_000])
})

it('looks again for what came of work that ran beside its look', async () => {
  const { parts, left } = scripted([
    { found: false, nextDue: undefined, beside: true },
    { found: true, nextDue: undefined },
    { found: false, nextDue: undefined },
  ])
  await settle(parts, {})
  expect(left).toEqual([])
})
