import { ProblemError } from '@triptych/kernel'
import { passes, troubleOf } from './trouble.ts'

const problem = (status: number, code: string, more: Record<string, unknown> = {}, retryAfter?: number) =>
  new ProblemError(
    status,
    { type: 'about:blank', title: 't', status, detail: 'd', code, request_id: 'req-7', ...more },
    retryAfter,
  )

test('a limit tells how much was used, until when, and what lifts it', () => {
  const trouble = troubleOf(
    problem(402, 'billing.limit_reached', {
      limit: 3,
      used: 3,
      resets_at: '2026-11-21T00:00:00Z',
      upgrade_to: 'prism',
    }),
  )
  expect(trouble).toEqual({
    kind: 'limit',
    limit: { reframes: false, limit: 3, used: 3, resetsAt: '2026-11-21T00:00:00Z', upgradeTo: 'prism' },
  })
  expect(passes(trouble)).toBe(false)
})

test.each([
  [problem(429, 'request.limited', {}, 7), { kind: 'slow', seconds: 7 }, true],
  [problem(503, 'request.unavailable'), { kind: 'away', reference: 'req-7' }, true],
  [problem(503, 'ai-gateway.paused'), { kind: 'resting' }, true],
  [problem(500, 'request.internal'), { kind: 'unexpected', reference: 'req-7' }, true],
  [problem(409, 'request.in_progress'), { kind: 'conflict' }, true],
  [problem(401, 'request.unauthenticated'), { kind: 'signed_out' }, true],
  [problem(404, 'mirror.session_not_found'), { kind: 'gone' }, false],
  [
    problem(400, 'request.invalid', { errors: [{ path: 'id', message: 'Invalid UUID' }] }),
    { kind: 'gone' },
    false,
  ],
  [
    problem(409, 'mirror.session_closed'),
    { kind: 'refused', code: 'mirror.session_closed', detail: 'd' },
    false,
  ],
  [new TypeError('Failed to fetch'), { kind: 'away' }, true],
])('%s', (error, trouble, waits) => {
  expect(troubleOf(error)).toEqual(trouble)
  expect(passes(troubleOf(error))).toBe(waits)
})

test('what is wrong with a field stays beside the field', () => {
  const errors = [{ path: 'password', message: 'Use at least 8 characters.' }]
  expect(troubleOf(problem(400, 'request.invalid', { errors }))).toMatchObject({
    kind: 'invalid',
    fields: { password: 'Use at least 8 characters.' },
  })
})
