import type { DeadLetter } from '@triptych/bus'
import type { DeadJob } from '@triptych/jobs'
import { failure, type HandlerOf, requestErrors } from '@triptych/kernel'
import type { operationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { type Address, addressOf, behind, cursorOf, inOrder, readCursor } from '../domain/dead-letter.ts'

export const listDeadLetters =
  ({ clock, events, jobs }: Deps): HandlerOf<typeof operationsContract, 'listDeadLetters'> =>
  async (_context, { limit, cursor }) => {
    const position = cursor === undefined ? undefined : readCursor(cursor)
    if (cursor !== undefined && position === undefined) throw unknownCursor()
    const pageOf = (kind: Address['kind']) => ({
      limit: limit + 1,
      ...(position === undefined ? {} : { after: behind(position, kind) }),
    })
    const letters = await events.list(pageOf('event'))
    const dead = await jobs.list(pageOf('job'))
    const all = [...letters.map(fromEvent), ...dead.map(fromJob)]
      .map(({ since, attempts, error, ...address }) => ({
        ...address,
        id: addressOf(address),
        error,
        attempts,
        since,
        age_seconds: Math.max(0, Math.floor((clock.now() - Date.parse(since)) / 1_000)),
      }))
      .sort(inOrder)
    const items = all.slice(0, limit)
    const last = items.at(-1)
    return { items, next_cursor: all.length > limit && last !== undefined ? cursorOf(last) : null }
  }

const fromEvent = ({ module, consumer, eventId, error, attempts, receivedAt }: DeadLetter) => ({
  kind: 'event' as const,
  module,
  name: consumer,
  id: eventId,
  error,
  attempts,
  since: receivedAt,
})

const fromJob = ({ job, id, error, attempts, diedAt }: DeadJob) => {
  const [module = '', name = ''] = job.split('.')
  return { kind: 'job' as const, module, name, id, error, attempts, since: diedAt }
}

const unknownCursor = () =>
  failure(requestErrors.invalid, {
    detail: 'cursor: use `next_cursor` of the page before.',
    issues: [{ path: 'cursor', message: 'Use `next_cursor` of the page before.' }],
  })
