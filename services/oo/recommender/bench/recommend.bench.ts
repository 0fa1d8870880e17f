import { randomBytes } from 'node:crypto'
import { lanes } from '@triptych/testkit'
import { createShadows } from '../src/ports/shadows.ts'
import { startScoring } from '../test/scoring-child.ts'
import { openScene, type Scene } from '../test/system.ts'

/**
 * Milliseconds of POST /recommend over HTTP for a person with 1,000 open tasks: with three shadows, without, with ones
 * that hang, and through the scoring process. The argument is how many requests of each; the first ten do not count.
 */
const requests = Number(process.argv[2] ?? 100)
const warmUp = 10
const secret = randomBytes(32).toString('base64')
const database = lanes.postgresUrl === undefined ? 'embedded' : 'postgres'

async function measure(scene: Scene): Promise<{ readonly times: number[]; readonly kilobytes: number }> {
  const times: number[] = []
  let person = await scene.person({ connected: 'full' })
  for (let round = 0; round < requests + warmUp; round += 1) {
    // As many as one person may ask for in a minute.
    if (round % 100 === 99) person = await scene.person({ connected: 'full' })
    const started = performance.now()
    await scene.recommend(person)
    if (round >= warmUp) times.push(performance.now() - started)
  }
  const [row] = await scene.system.database.asOwner<{ size: string }>(
    'select avg(octet_length(record))::int as size from recommender.decisions',
  )
  return { times, kilobytes: Number(row?.size ?? 0) / 1_024 }
}

const quantile = (times: readonly number[], share: number): string =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1).padStart(9)

const hanging = createShadows({ workerUrl: new URL('../test/workers/hanging.ts', import.meta.url) })
const scoring = await startScoring({ SCORING_SECRET: secret })
const processed = { SCORING_URL: scoring.url, SCORING_SECRET: secret }
const cases = [
  ['without shadows', { OO_SHADOW_POLICIES: 'none' }, {}],
  ['with three shadows', {}, {}],
  ['with three hanging shadows', {}, { shadows: hanging }],
  ['by the scoring process', processed, {}],
] as const

console.log(
  `${database}, 1,000 candidates, ${requests} requests each, ms`.padEnd(58),
  '      p50',
  '      p95',
)
let size = 0
try {
  for (const [name, environment, options] of cases) {
    const scene = await openScene(database, environment, options)
    try {
      const { times, kilobytes } = await measure(scene)
      size = kilobytes
      console.log(name.padEnd(58), quantile(times, 0.5), quantile(times, 0.95))
    } finally {
      await scene.close()
    }
  }
} finally {
  await scoring.end()
}
console.log(`A decision’s row holds ${size.toFixed(0)} KiB before compression.`)
