/**
 * The long run: node test/seat-model/chaos.ts [deeds], a million unless said, shared by 3, 10 and 50 seats. Needs
 * TEST_POSTGRES_URL; without it the embedded database serves.
 */
import { lanes } from '@triptych/testkit'
import { checkSeats } from './check.ts'
import { openPostgresSubject } from './postgres-subject.ts'

const deeds = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000)
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const subject = await openPostgresSubject(lanes.postgresUrl === undefined ? 'embedded' : 'postgres')
try {
  say(`${deeds} operations from seed ${seed}`)
  for (const seats of [3, 10, 50]) {
    const startedAt = performance.now()
    const done = await checkSeats(subject, { seed, deeds: Math.ceil(deeds / 3), seats })
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0)
    say(
      `${seats} seats: ${done.deeds} operations, ${done.grants} grants, ${done.overlaps} overlaps, ${seconds} s`,
    )
  }
} finally {
  await subject.close()
}
