import '../../test/browser-streams.ts'
import { createRestClient, ProblemError } from '@triptych/kernel'
import { turnContract } from '@triptych/turn/contract'
import { readTurn, TruncatedTurn } from './turn-stream.ts'
import type { TurnSoFar } from './turn-stream.ts'

const views = ['evidence', 'distance', 'kindness'].map((lens) => ({ lens, text: `Über ${lens} 🫠` }))
const action = { text: 'Ask one person.', minutes: 5 }
const turn = {
  id: 't1',
  status: 'ok',
  thought: 'I always fail.',
  reframes: views,
  micro_action: action,
  engine: 'offline-1',
  crisis: null,
  saved_at: null,
  created_at: '2026-11-20T10:00:00Z',
}
const event = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
const whole = [
  ': still here\n\n',
  event('meta', { id: 't1', engine: 'offline-1' }),
  ...views.map((view) => event('reframe', view)),
  event('micro_action', action),
  event('done', { turn }),
]

/** The real client over a body that arrives in pieces of `size` bytes, through the middle of characters. */
function streamed(body: string, size = 7) {
  const bytes = Buffer.from(body)
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size))
      controller.close()
    },
  })
  const response = { ok: true, status: 201, body: stream, headers: new Headers() } as unknown as Response
  const client = createRestClient(turnContract, { baseUrl: '', fetch: async () => response })
  return client.createTurn({ thought: 'I always fail.' })
}

async function collect(body: string): Promise<{ steps: TurnSoFar[]; outcome: unknown }> {
  const steps: TurnSoFar[] = []
  const outcome = await readTurn(streamed(body), (so) => steps.push(so)).catch((error: unknown) => error)
  return { steps, outcome }
}

test('three views arrive one after another, then the action, then the whole turn', async () => {
  const { steps, outcome } = await collect(whole.join(''))
  expect(steps.map((so) => so.reframes.length)).toEqual([0, 1, 2, 3, 3])
  expect(steps.at(-1)?.microAction).toEqual(action)
  expect(steps[1]?.reframes[0]?.text).toBe('Über evidence 🫠')
  expect(outcome).toEqual(turn)
})

test.each([1, 3, 6])('a line that goes dead after %i events is not an answer', async (count) => {
  const { outcome } = await collect(whole.slice(0, count).join(''))
  expect(outcome).toBeInstanceOf(TruncatedTurn)
  expect((outcome as TruncatedTurn).certain).toBe(false)
})

test('a restart drops what had arrived', async () => {
  const body = [whole[1], whole[2], event('restart', {}), ...whole.slice(1)].join('')
  const { steps, outcome } = await collect(body)
  expect(steps[2]).toMatchObject({ restarts: 1, reframes: [] })
  expect(steps.at(-1)?.reframes).toHaveLength(3)
  expect(outcome).toEqual(turn)
})

test('an error event says that the answer broke off, or carries its problem', async () => {
  const broken = await collect(
    `${whole[1]}${event('error', { status: 503, code: 'ai-gateway.interrupted' })}`,
  )
  expect(broken.outcome).toMatchObject({ name: 'TruncatedTurn', certain: true })
  const limited = await collect(
    `${whole[1]}${event('error', { status: 402, code: 'billing.limit_reached' })}`,
  )
  expect(limited.outcome).toBeInstanceOf(ProblemError)
})

test('a done without three views is not an answer', async () => {
  const { outcome } = await collect(event('done', { turn: { ...turn, reframes: views.slice(0, 2) } }))
  expect(outcome).toBeInstanceOf(TruncatedTurn)
})

test('a crisis takes the place of every view', async () => {
  const crisis = { event_id: 'e1', severity: 'thoughts', template: 't.v1', message: 'Here.', resources: [] }
  const saved = { ...turn, status: 'crisis', reframes: [], micro_action: null, crisis }
  const { steps, outcome } = await collect(
    `${event('crisis', { id: 't1', crisis })}${event('done', { turn: saved })}`,
  )
  expect(steps[0]).toMatchObject({ reframes: [], crisis: { message: 'Here.' } })
  expect(outcome).toEqual(saved)
})
