import type { Log } from './log.ts'
import { UnusableLog } from './log.ts'

/**
 * The log's rows in Vowpal Wabbit's JSON for contextual bandits (dsjson), one a line: cost is −reward, actions count
 * from 1 with the pick first, and no more than numbers is told of any candidate.
 */
export async function* toDsjson(log: Log): AsyncGenerator<string> {
  for await (const entry of log.read()) {
    if (entry.kind !== 'row') continue
    const { decision, reward, picked, propensity, line } = entry.row
    if (decision === undefined)
      throw new UnusableLog('dsjson needs the whole distribution of each row, which a CSV log does not hold.')
    const { context, featureNames, candidates, policy } = decision.input
    const order = [picked, ...candidates.keys().filter((place) => place !== picked)]
    yield JSON.stringify({
      _label_cost: reward === 0 ? 0 : -reward,
      _label_probability: propensity,
      _label_Action: picked + 1,
      _labelIndex: picked,
      ...(decision.at === undefined ? {} : { Timestamp: decision.at }),
      Version: '1',
      EventId: decision.id ?? `line ${line}`,
      a: order.map((place) => place + 1),
      c: {
        context,
        _multi: candidates.map(({ features }) => ({
          features: Object.fromEntries(featureNames.map((name, index) => [name, features[index]])),
        })),
      },
      p: order.map((place) => decision.output.distribution[place]),
      VWState: { m: `${policy.id}@${policy.version}` },
    })
  }
}
