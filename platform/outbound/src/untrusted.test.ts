import type { RequestListener } from 'node:http'

import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'

import { startServer } from '../test/server.ts'
import { createOutbound, isPublicAddress, type Resolve } from './index.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function serve(listener: RequestListener) {
  const server = await startServer(listener)
  open.push(() => server.stop())
  return server
}

function fetcher(trusted: string[], resolve?: Resolve) {
  const clock = { now: () => Date.now() }
  return createOutbound({ providers: {}, clock, trusted, ...(resolve && { resolve }) }).fetchUntrusted
}

const blocked = { reason: 'blocked', kind: 'rejected' }

describe('public addresses', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:81b::200e',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '::ffff:0:10.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '100::1',
    '5f00::1',
    'not an address',
    '',
  ])('%s is not one', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it('are never found in a private block, however they are written', () => {
    const octet = fc.integer({ min: 0, max: 255 })
    const inside = fc.oneof(
      fc.tuple(fc.constant(10), octet, octet, octet),
      fc.tuple(fc.constant(127), octet, octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
      fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
    )
    fc.assert(
      fc.property(inside, (octets) => {
        const dotted = octets.join('.')
        for (const form of [dotted, `::ffff:${dotted}`, `64:ff9b::${dotted}`])
          expect(isPublicAddress(form)).toBe(false)
      }),
    )
  })
})

describe('fetchUntrusted', () => {
  it('reaches nothing on this machine or its network', async () => {
    const server = await serve((_, response) => response.end('inside'))
    const fetchUntrusted = fetcher([], async () => [{ address: '127.0.0.1', family: 4 }])
    const { port } = server
    const addresses = [
      `http://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}/`,
      `https://127.1:${port}/`,
      `https://0x7f000001:${port}/`,
      `https://2130706433:${port}/`,
      `https://0177.0.0.1:${port}/`,
      `https://[::1]:${port}/`,
      `https://[::ffff:7f00:1]:${port}/`,
      `https://localhost:${port}/`,
      `https://localhost.:${port}/`,
      `https://feed.example:${port}/`,
      `https://person:word@feed.example:${port}/`,
      'https://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'data:text/plain,x',
      'not an address',
    ]
    for (const address of addresses) await expect(fetchUntrusted(address)).rejects.toMatchObject(blocked)
    expect(server.connections()).toBe(0)
  })

  it('blocks a name of which only one address is forbidden', async () => {
    const fetchUntrusted = fetcher([], async () => [
      { address: '203.0.114.9', family: 4 },
      { address: 'fe80::1', family: 6 },
    ])
    await expect(fetchUntrusted('https://feed.example/')).rejects.toMatchObject(blocked)
  })

  it('looks a name up once a connection: a second, different answer is never used', async () => {
    const server = await serve((_, response) => response.end('feed'))
    const answers = ['127.0.0.1', '169.254.169.254']
    const asked: string[] = []
    const fetchUntrusted = fetcher([`feed.example:${server.port}`], async (hostname) => {
      asked.push(hostname)
      return [{ address: answers[asked.length - 1] ?? '', family: 4 }]
    })
    const answer = await fetchUntrusted(`http://feed.example:${server.port}/`)
    expect(Buffer.from(answer.body).toString()).toBe('feed')
    expect(asked).toEqual(['feed.example'])
  })

  it('checks again at the next connection: a name that turned private is blocked', async () => {
    const server = await serve((_, response) =>
      response.writeHead(302, { location: 'https://feed.example/next' }).end(),
    )
    const fetchUntrusted = fetcher([server.host], async () => [{ address: '10.0.0.7', family: 4 }])
    await expect(fetchUntrusted(server.url)).rejects.toMatchObject(blocked)
  })

  it('reaches the very host and port that is excepted, also over http, and no other port', async () => {
    const sandbox = await serve((_, response) => response.end('feed'))
    const other = await serve((_, response) => response.end('inside'))
    const fetchUntrusted = fetcher([sandbox.host])
    expect(await fetchUntrusted(`${sandbox.url}/a`)).toMatchObject({ status: 200, url: `${sandbox.url}/a` })
    await expect(fetchUntrusted(other.url)).rejects.toMatchObject(blocked)
    await expect(fetchUntrusted(sandbox.url.replace('127.0.0.1', 'localhost'))).rejects.toMatchObject(blocked)
    expect(other.connections()).toBe(0)
  })

  it.each([
    ['another port', (port: number) => `http://127.0.0.1:${port}/`],
    ['an address over https', (port: number) => `https://127.0.0.1:${port}/`],
    ['IPv6', (port: number) => `https://[::1]:${port}/`],
    ['a file', () => 'file:///etc/passwd'],
  ])('is not redirected to %s', async (_name, target) => {
    const inside = await serve((_, response) => response.end('inside'))
    const sandbox = await serve((_, response) =>
      response.writeHead(307, { location: target(inside.port) }).end(),
    )
    await expect(fetcher([sandbox.host])(sandbox.url)).rejects.toMatchObject(blocked)
    expect(inside.connections()).toBe(0)
  })

  it('follows three redirects and no fourth', async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left === 0) response.end('feed')
      else response.writeHead(301, { location: `/${left - 1}` }).end()
    })
    const fetchUntrusted = fetcher([server.host])
    expect(await fetchUntrusted(`${server.url}/3`)).toMatchObject({ status: 200, url: `${server.url}/0` })
    await expect(fetchUntrusted(`${server.url}/4`)).rejects.toMatchObject({ reason: 'refused' })
  })

  it('takes no secret along to another origin, and no trace to anyone', async () => {
    const second = await serve((_, response) => response.end('feed'))
    const first = await serve((_, response) => response.writeHead(302, { location: second.url }).end())
    const headers = { authorization: 'Bearer x', 'x-api-key': 'x', 'if-none-match': '"1"' }
    await fetcher([first.host, second.host])(first.url, { headers })
    expect(first.requests[0]?.headers).toMatchObject(headers)
    expect(second.requests[0]?.headers).toMatchObject({ 'if-none-match': '"1"' })
    expect(Object.keys(second.requests[0]?.headers ?? {})).not.toEqual(
      expect.arrayContaining(['authorization']),
    )
    expect(second.requests[0]?.headers).not.toHaveProperty('x-api-key')
  })

  it('posts once, follows no redirect with it, and hands over any status', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/moved') response.writeHead(307, { location: '/push' }).end()
      else response.writeHead(410).end()
    })
    const fetchUntrusted = fetcher([server.host])
    const push = { method: 'POST', body: new Uint8Array([1, 2, 3]) } as const
    expect(await fetchUntrusted(`${server.url}/push`, push)).toMatchObject({ status: 410 })
    await expect(fetchUntrusted(`${server.url}/moved`, push)).rejects.toMatchObject({ reason: 'refused' })
  })

  it('bounds the body, the time, and follows the caller’s signal', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/long') response.end('x'.repeat(1000))
    })
    const fetchUntrusted = fetcher([server.host])
    const long = fetchUntrusted(`${server.url}/long`, { maxBodyBytes: 999 })
    await expect(long).rejects.toMatchObject({ reason: 'invalid_response' })
    await expect(fetchUntrusted(server.url, { timeoutMs: 60 })).rejects.toMatchObject({ reason: 'timeout' })
    const signal = AbortSignal.abort()
    await expect(fetchUntrusted(server.url, { signal })).rejects.toMatchObject({ reason: 'cancelled' })
  })
})
