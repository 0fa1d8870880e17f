import { defineErrors, failure } from '@triptych/kernel'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { envelopeLines, startReceiver } from '../../test/http-receiver.ts'
import { startErrorReports } from '../index.ts'

const sentence = 'Nobody would miss me if I were gone'
const errors = defineErrors('turn', { refused: { kind: 'rejected', title: 'Refused.' } })
const requestId = '0195a1b2-0000-7000-8000-0000000000aa'

let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

const start = () =>
  startErrorReports({
    dsn: `http://public@127.0.0.1:${receiver.port}/1`,
    environment: 'test',
    release: '1.2.3',
  })

/** The one event that was received. */
function received(): Record<string, unknown> {
  expect(receiver.bodies).toHaveLength(1)
  const event = envelopeLines(receiver.bodies[0] ?? '').find((line) => 'exception' in line)
  if (event === undefined) throw new Error('no event in the envelope')
  return event
}

describe('error reports', () => {
  it('say code, kind, request, route and own frames', async () => {
    const reports = await start()
    const context = { requestId, route: '/api/v1/turns/{id}', method: 'POST', kind: 'internal' } as const
    reports.report(failure(errors.refused, { detail: sentence }), { ...context, module: 'turn' })
    await reports.close()
    expect(receiver.paths[0]).toMatch(/^\/api\/1\/envelope\//)
    expect(received()).toMatchObject({
      level: 'error',
      environment: 'test',
      release: '1.2.3',
      tags: {
        code: 'turn.refused',
        kind: 'internal',
        request_id: requestId,
        route: '/api/v1/turns/{id}',
        method: 'POST',
        module: 'turn',
      },
      exception: {
        values: [
          {
            type: 'AppError',
            value: 'turn.refused',
            stacktrace: {
              frames: expect.arrayContaining([
                expect.objectContaining({
                  filename: 'platform/telemetry/src/reports/error-reports.test.ts',
                  in_app: true,
                }),
              ]),
            },
          },
        ],
      },
    })
  })

  it('hold no person, machine, request or trail', async () => {
    const reports = await start()
    reports.report(new Error(sentence, { cause: new Error(sentence) }), {
      requestId: sentence,
      route: `/api/v1/turns?text=${sentence}`,
      module: sentence,
      operation: sentence,
      ...({ user: { email: 'a@b.example' }, body: sentence } as object),
    })
    await reports.close()
    const event = received()
    for (const member of ['user', 'request', 'breadcrumbs', 'server_name', 'extra', 'message', 'modules']) {
      expect(event).not.toHaveProperty(member)
    }
    expect(event['tags']).toEqual({})
    expect(receiver.bodies.join('')).not.toMatch(/Nobody|b\.example/)
  })

  it('are off without a DSN', async () => {
    const reports = await startErrorReports({ dsn: '' })
    expect(reports.enabled).toBe(false)
    reports.report(new Error(sentence))
    await reports.close()
    expect(receiver.bodies).toEqual([])
  })

  it('leave the process alone: no handler, no global hook', async () => {
    const before = process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection')
    const { fetch } = globalThis
    const reports = await start()
    expect(process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection')).toBe(
      before,
    )
    expect(globalThis.fetch).toBe(fetch)
    await reports.close()
  })

  it('end quietly when the collector is away', async () => {
    const reports = await startErrorReports({ dsn: 'http://public@127.0.0.1:1/1' })
    reports.report(new Error(sentence))
    await expect(reports.close(500)).resolves.toBeUndefined()
  })
})
