import { decide, decisionRecord, type Json, policies } from '../src/index.ts'
import { learnt } from '../test/situations.ts'

/** Processor milliseconds (so that the machine's other work does not count) of one decision among 1,000 candidates of 24 features, in a state that has learnt. */
const featureNames = ['due', 'priority', 'age', ...Array.from({ length: 21 }, (_, index) => `f${index}`)]
const candidates = Array.from({ length: 1_000 }, (_, index) => ({
  id: `c${index}`,
  source: 'tasks',
  features: featureNames.map((_name, at) => ((index * (at + 3) * 7919) % 1009) / 1009),
}))

function measure(work: (round: number) => void): string {
  for (let round = 0; round < 30; round++) work(round)
  const times = Array.from({ length: 200 }, (_, round) => {
    const start = process.cpuUsage()
    work(round)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  }).toSorted((a, b) => a - b)
  return [0.5, 0.95]
    .map((share) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(8))
    .join('')
}

const inputOf = (id: string, state: Json, round: number) => ({
  policy: { id, version: policies.get(id)?.version ?? 0, parameters: {} },
  state,
  context: { hour: 0.4 },
  featureNames,
  candidates,
  epsilon: 0.05,
  seed: `${round}`,
})

console.log('1,000 candidates × 24 features, ms'.padEnd(36), 'p50'.padStart(7), 'p95'.padStart(7))
for (const id of policies.keys()) {
  const state = learnt(id, 60)
  console.log(id.padEnd(36) + measure((round) => void decide(inputOf(id, state, round))))
}
const input = inputOf('random', null, 0)
const output = decide(input)
console.log('decisionRecord'.padEnd(36) + measure(() => void decisionRecord(input, output)))
