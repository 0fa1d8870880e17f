import type { Context } from '@triptych/kernel'
import type { LaneClient } from '../lanes/lane-client.ts'
import type { CanaryBook } from '../ledger/canary-book.ts'
import type { Consents } from '../ports/consents.ts'

export interface PlanDeps {
  readonly clients: readonly LaneClient[]
  readonly consents: Consents
  readonly canary: CanaryBook | undefined
}

/** The lanes this call may try, in order: those the person agreed to, the canary first when it is its turn. */
export async function planLanes(
  { clients, consents, canary }: PlanDeps,
  context: Context,
  userId: string,
): Promise<readonly LaneClient[]> {
  if (clients.length === 0) return []
  const agreed = await agreedTo(clients, (client) => consents.allows(context, userId, client.lane))
  if (canary === undefined) return agreed
  const baseline = agreed.filter(({ lane }) => lane.id !== canary.settings.lane)
  const chosen = agreed.find(({ lane }) => lane.id === canary.settings.lane)
  if (chosen === undefined || !(await canary.takes(context.requestId))) return baseline
  return [chosen, ...baseline]
}

/** One question for each consent that the lanes need, not one for each lane. */
async function agreedTo(
  clients: readonly LaneClient[],
  ask: (client: LaneClient) => Promise<boolean>,
): Promise<LaneClient[]> {
  const answers = new Map<string, Promise<boolean>>()
  const keyOf = ({ lane }: LaneClient) => JSON.stringify(lane.consent)
  for (const client of clients) {
    const key = keyOf(client)
    if (!answers.has(key)) answers.set(key, ask(client))
  }
  const verdicts = new Map(
    await Promise.all([...answers].map(async ([key, verdict]) => [key, await verdict] as const)),
  )
  return clients.filter((client) => verdicts.get(keyOf(client)) === true)
}
