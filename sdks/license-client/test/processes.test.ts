import { describe, expect, it } from 'vitest'
import { BlackHole } from './support/black-hole.ts'
import { type Fault, LicenseServer, type ServerOptions } from './support/license-server.ts'
import { nodes } from './support/nodes.ts'
import { type End, Home, type HostOptions, type Program, startBare } from './support/process.ts'

/** A beat is due after 0.3 s, and has 12 s: two seconds a try, which is enough on a busy machine. */
const quick = { intervalSeconds: 0.3, ttlSeconds: 12.3 }

const clean = { code: 0, signal: null, errors: '' }

const tries = (operation: string, count: number, shown: string): string[] =>
  Array.from({ length: count }, (_, index) => `${operation} ${index + 1}: ${shown}`)

interface Scene {
  readonly server: LicenseServer
  start(options?: HostOptions): Program
}

async function withScene<T>(
  node: string,
  pace: ServerOptions,
  play: (scene: Scene) => Promise<T>,
): Promise<T> {
  const server = await LicenseServer.start(pace)
  const home = new Home()
  const { url: baseUrl, trustedKeys } = server
  try {
    return await play({
      server,
      start: (options = {}) => home.start(node, { baseUrl, trustedKeys, ...options }),
    })
  } finally {
    await server.close()
    home.remove()
  }
}

type Play = (scene: Scene) => Promise<End>

/** What a program without the SDK takes at most to be gone on a machine that is not busy. */
const bareMs = 20

/**
 * The process ends by itself, without a word of error, within 100 ms after its main. On a busy machine both are slow, it
 * and a program without the SDK that ends in the same moment: the limit grows with the latter, and the fastest of three
 * plays counts.
 */
async function expectCleanEnd(node: string, pace: ServerOptions, play: Play): Promise<void> {
  for (let left = 2; ; left -= 1) {
    const { own, bare } = await playBesideBare(node, pace, play)
    const limit = 100 * Math.max(1, bare / bareMs)
    if (left > 0 && own >= limit) continue
    return expect(own, `gone after main, where a bare program took ${bare} ms`).toBeLessThan(limit)
  }
}

/** How many milliseconds each takes to be gone. */
async function playBesideBare(
  node: string,
  pace: ServerOptions,
  play: Play,
): Promise<{ readonly own: number; readonly bare: number }> {
  const bare = startBare(node)
  const end = await withScene(node, pace, ({ server, start }) =>
    play({
      server,
      start(options) {
        const host = start(options)
        host.onMainEnded = () => void bare.end()
        return host
      },
    }),
  )
  expect(end).toMatchObject(clean)
  const alone = await bare.end()
  expect(alone).toMatchObject(clean)
  return { own: end.goneAfterMs, bare: alone.goneAfterMs }
}

const faults: readonly (readonly [fault: Fault | 'closed', shown: string])[] = [
  ['closed', 'ECONNREFUSED'],
  ['reset', 'broken'],
  ['slow', 'timeout'],
  ['unavailable', 'server 503'],
  ['html', 'malformed'],
  ['truncated', 'malformed'],
  ['cut_off', 'broken'],
]

const bring = (server: LicenseServer, fault: Fault | 'closed'): Promise<void> | void =>
  fault === 'closed' ? server.close() : server.fail(fault)

describe.concurrent('at the start and at the release', () => {
  const node = process.execPath

  it.each(faults)('%s at the start', async (fault, shown) => {
    await expectCleanEnd(node, quick, async ({ server, start }) => {
      await bring(server, fault)
      const host = start({ does: [] })
      const end = await host.ended()
      expect(host.lines).toEqual([...tries('acquire', 4, shown), `verdict: unreachable: ${shown}, no_lease`])
      return end
    })
  })

  it.each(faults)('%s at the release', async (fault, shown) => {
    await expectCleanEnd(node, {}, async ({ server, start }) => {
      const host = start({ does: ['wait', 'release'] })
      await host.until('verdict')
      await bring(server, fault)
      const end = await host.end()
      const isReceived = fault === 'html' || fault === 'truncated'
      expect(host.lines).toEqual([
        'acquired',
        'verdict: online',
        ...(isReceived ? ['released'] : [...tries('release', 2, shown), 'released, unconfirmed']),
      ])
      return end
    })
  })
})

describe.concurrent.each(nodes)('in Node %s', (_version, node) => {
  it.each(faults)('%s at a beat', async (fault, shown) => {
    await expectCleanEnd(node, quick, async ({ server, start }) => {
      const host = start()
      await host.until('verdict')
      await bring(server, fault)
      await host.until('offline')
      const end = await host.end()
      expect(host.lines.filter((line) => line !== 'renewed')).toEqual([
        'acquired',
        'verdict: online',
        ...tries('heartbeat', 4, shown),
        `acquire 1: ${shown}`,
        'offline, 30 min left',
      ])
      return end
    })
  })

  it('a server whose name does not resolve', async () => {
    await expectCleanEnd(node, quick, async ({ start }) => {
      const host = start({ baseUrl: 'http://licences.invalid', does: [] })
      const end = await host.ended()
      expect(host.lines.at(-1)).toBe('verdict: unreachable: no such host, no_lease')
      return end
    })
  })

  it('main ends between two beats', async () => {
    await expectCleanEnd(node, {}, async ({ start }) => {
      const host = start()
      await host.until('verdict')
      return host.end()
    })
  })

  it('main ends while a heartbeat waits for its answer', async () => {
    await expectCleanEnd(node, quick, async ({ server, start }) => {
      const host = start()
      await host.until('verdict')
      server.fail('slow', ['heartbeat'])
      await host.untilTrue(() => server.unanswered.size > 0, 'a heartbeat')
      return host.end()
    })
  })

  it('main ends while a connection is not answered at all', async () => {
    const patient = { ...quick, ttlSeconds: 60.3 }
    await expectCleanEnd(node, patient, async ({ server, start }) => {
      const host = start()
      await host.until('verdict')
      const port = Number(new URL(server.url).port)
      await server.close()
      const hole = await BlackHole.open(port)
      await host.untilTrue(() => hole.isKnockedAt(), 'a connection')
      return host.end().finally(() => hole.close())
    })
  })
})

describe.concurrent.each(nodes)('signals in Node %s', (_version, node) => {
  it('SIGTERM gives the seat back, and ends the process as it would have', async () => {
    await withScene(node, quick, async ({ server, start }) => {
      const host = start()
      await host.until('verdict')
      server.fail('slow', ['heartbeat'])
      await host.untilTrue(() => server.unanswered.size > 0, 'a heartbeat')
      host.kill('SIGTERM')
      expect(await host.ended()).toMatchObject({ code: null, signal: 'SIGTERM', errors: '' })
      expect(host.lines.at(-1)).toBe('released')
      expect(server.sessions).toEqual([])
    })
  })

  it('SIGINT without the server ends the process within a second and a bit', async () => {
    await withScene(node, quick, async ({ server, start }) => {
      const host = start()
      await host.until('verdict')
      server.fail('slow')
      const begin = performance.now()
      host.kill('SIGINT')
      expect(await host.ended()).toMatchObject({ signal: 'SIGINT', errors: '' })
      expect(performance.now() - begin).toBeLessThan(2_500)
    })
  })

  it('SIGTERM at the start and during the release is as if the SDK were not there', async () => {
    await withScene(node, quick, async ({ server, start }) => {
      server.fail('slow', ['acquire'])
      const starting = start({ startTimeoutMs: 60_000 })
      await starting.untilTrue(() => server.unanswered.size > 0, 'an acquire')
      starting.kill('SIGTERM')
      expect(await starting.ended()).toMatchObject({ signal: 'SIGTERM', errors: '' })
      expect(starting.lines).toEqual([])

      server.fail(undefined)
      const host = start({ does: ['release'] })
      server.fail('slow', ['release'])
      await host.until('verdict')
      await host.untilTrue(() => server.requests.at(-1)?.operation === 'release', 'a release')
      host.kill('SIGTERM')
      expect(await host.ended()).toMatchObject({ signal: 'SIGTERM', errors: '' })
      expect(host.lines).toEqual(['acquired', 'verdict: online'])
    })
  })

  it('a host that handles SIGTERM decides itself when to end; the seat is given back all the same', async () => {
    await withScene(node, quick, async ({ server, start }) => {
      const host = start({ does: ['wait', 'handle-sigterm'] })
      await host.until('verdict')
      host.kill('SIGTERM')
      expect(await host.ended()).toMatchObject(clean)
      expect(host.lines).toContain('the host heard SIGTERM')
      expect(server.sessions).toEqual([])
    })
  })

  it('SIGKILL and restart: the same seat with the server, grace without it', async () => {
    await withScene(node, quick, async ({ server, start }) => {
      const first = start()
      await first.until('verdict')
      const [session] = server.sessions
      first.kill('SIGKILL')
      await first.ended()

      const second = start()
      await second.until('verdict')
      expect(second.lines.slice(0, 2)).toEqual(['acquired', 'verdict: online'])
      expect(server.sessions.map(({ id }) => id)).toEqual([session?.id])
      second.kill('SIGKILL')
      await second.ended()

      await server.close()
      const third = start({ does: [] })
      expect(await third.ended()).toMatchObject(clean)
      expect(third.lines).toEqual([
        ...tries('acquire', 4, 'ECONNREFUSED'),
        'offline, 30 min left',
        'verdict: offline',
      ])
    })
  })

  it('SIGKILL at the start and during the release, and restart: a seat', async () => {
    await withScene(node, quick, async ({ server, start }) => {
      server.fail('slow', ['acquire', 'release'])
      const starting = start()
      await starting.untilTrue(() => server.unanswered.size > 0, 'an acquire')
      starting.kill('SIGKILL')
      await starting.ended()
      server.fail(undefined, ['acquire'])
      const releasing = start({ does: ['release'] })
      await releasing.untilTrue(() => server.requests.at(-1)?.operation === 'release', 'a release')
      releasing.kill('SIGKILL')
      await releasing.ended()
      const again = start({ does: [] })
      expect(await again.ended()).toMatchObject(clean)
      expect(again.lines).toEqual(['acquired', 'verdict: online'])
    })
  })
})
