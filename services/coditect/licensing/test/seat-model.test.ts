import { databaseKinds, lanes } from '@triptych/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Seats } from '../src/ports/seats.ts'
import { checkSeats, longRun, modelTimeoutMs } from './seat-model/check.ts'
import { type OpenSubject, openPostgresSubject } from './seat-model/postgres-subject.ts'

describe.each(databaseKinds)('seats on %s, asked by 200 clients at once', (kind) => {
  let subject: OpenSubject
  beforeAll(async () => {
    subject = await openPostgresSubject(kind)
  })
  afterAll(() => subject.close())

  const size = lanes.isChaos && kind === 'postgres' ? longRun : { deeds: 1_000, deedsPerPlan: 500 }

  it.each([3, 10, 50])(
    'are never more than %i, and never refused while one is free',
    { timeout: modelTimeoutMs },
    async (seats) => {
      const done = await checkSeats(subject, { seed: seats, seats, ...size })
      expect(done.deeds).toBe(size.deeds)
      expect(done.grants).toBeGreaterThan(20)
    },
  )
})

/** The guarantees broken one by one: a checker that does not notice is worth nothing. */
describe('the checker', () => {
  const broken: Record<string, (seats: Seats) => Seats> = {
    'grants one too many': (seats) => {
      const sessions = new Map<string, string>()
      return {
        ...seats,
        async acquire(context, request, witness) {
          const answer = await seats.acquire(context, request, witness)
          if (answer.kind !== 'full') return answer
          const held = answer.holders[0]
          if (held === undefined) return answer
          const id = crypto.randomUUID()
          sessions.set(id, request.machine)
          return { kind: 'granted', session: { ...held, id, machine: request.machine }, used: 1, max: 1 }
        },
      }
    },
    'loses a seat that is held': (seats) => ({
      ...seats,
      heartbeat: () => Promise.resolve({ kind: 'lost', reason: 'expired' }),
    }),
    'revives what has ended': (seats) => ({
      ...seats,
      async heartbeat(context, session, witness) {
        const answer = await seats.heartbeat(context, session, witness)
        if (answer.kind === 'kept') return answer
        const { licenseId, organizationId, sessionId: id } = session
        const times = { last_heartbeat_at: '', expires_at: '', grace_until: '', epoch: 1, machine: '' }
        return {
          kind: 'kept',
          session: { id, license_id: licenseId, organization_id: organizationId, ...times },
        }
      },
    }),
    'refuses while a seat is free': (seats) => ({
      ...seats,
      acquire: () => Promise.resolve({ kind: 'full', used: 0, max: 3, nextFreeAt: null, holders: [] }),
    }),
    'does not say that a seat is shared with somebody offline': (seats) => ({
      ...seats,
      async acquire(context, request, witness) {
        const answer = await seats.acquire(context, request, witness)
        return answer.kind === 'granted'
          ? { ...answer, session: { ...answer.session, overlap: false } }
          : answer
      },
    }),
    'forgets to give a seat back': (seats) => ({ ...seats, release: () => Promise.resolve(true) }),
  }

  it.each(Object.entries(broken))('notices a service that %s', async (_what, wrap) => {
    const subject = await openPostgresSubject('embedded', wrap)
    try {
      await expect(checkSeats(subject, { seed: 7, deeds: 3_000, seats: 3, shrinkTries: 8 })).rejects.toThrow(
        /seed \d+, 3 seats/,
      )
    } finally {
      await subject.close()
    }
  })
})
