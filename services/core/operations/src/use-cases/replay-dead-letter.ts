import {
  actingFor,
  auditRecorded,
  type Context,
  failure,
  type HandlerOf,
  isoTime,
  requestErrors,
  userIdOf,
} from '@triptych/kernel'
import type { operationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { type Address, readAddress } from '../domain/dead-letter.ts'

/** Recorded before it is done: a process that ends in between leaves a record too many, never one too few. */
export const replayDeadLetter =
  (deps: Deps): HandlerOf<typeof operationsContract, 'replayDeadLetter'> =>
  async (context, { id }, fail) => {
    const address = readAddress(id)
    if (address === undefined) throw fail('operations.dead_letter_not_found')
    await record(deps, context, id)
    if ((await replay(deps, address)) === 0) throw fail('operations.dead_letter_not_found')
    const answer = { id, replayed: true as const }
    await deps.db.write(context, async ({ remember }) => remember(answer))
    return answer
  }

function record({ db, clock }: Deps, context: Context, id: string): Promise<void> {
  const actorUserId = userIdOf(context.actor)
  if (actorUserId === undefined) throw failure(requestErrors.unauthenticated)
  return db.write(actingFor(context), async ({ emit }) =>
    emit(auditRecorded, {
      tenantKind: 'system',
      tenantId: '',
      action: 'operations.dead_letter.replay_requested',
      target: `dead_letter:${id}`,
      occurredAt: isoTime(clock),
      actorUserId,
    }),
  )
}

const replay = ({ events, jobs }: Deps, { kind, module, name, id }: Address): Promise<number> =>
  kind === 'event'
    ? events.replay({ module, consumer: name, eventId: id })
    : jobs.replay({ job: `${module}.${name}`, ids: [id] })
