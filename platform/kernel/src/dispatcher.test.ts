import { exportJWK, generateKeyPair, createLocalJWKSet } from 'jose'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  accessErrors,
  type Actor,
  type Client,
  type Context,
  defineContract,
  defineErrors,
  emptyInput,
  failure,
  type Handlers,
  newId,
  operation,
  streamOperation,
  systemClock,
} from './index.ts'
import {
  createClient,
  createDispatcher,
  type Dispatcher,
  httpLink,
  insideTransaction,
  type Link,
  localLink,
  serviceTokenSigner,
  toWireError,
  verifyServiceToken,
} from './server.ts'

const errors = defineErrors('shop', {
  sold_out: { kind: 'conflict', title: 'Sold out.', data: z.object({ left: z.number() }) },
})

/** Errors that this shop does not declare, under the prefix that errors of access have too. */
const foreign = defineErrors('identity', {
  user_not_found: { kind: 'not_found', title: 'There is no such account.' },
})

const contract = defineContract({
  name: 'shop',
  description: 'A shop for tests',
  operations: {
    buy: operation({
      summary: 'Buy',
      access: { who: 'user', scope: 'shop:write' },
      input: z.strictObject({ item: z.string().min(1), count: z.number().int().default(1) }),
      output: z.object({ item: z.string(), count: z.number() }),
      errors: [errors.sold_out],
    }),
    secret: operation({
      summary: 'For modules',
      access: { who: 'module' },
      input: emptyInput,
      output: z.object({ caller: z.string() }),
    }),
    rule: operation({
      summary: 'For admins',
      access: { who: 'admin' },
      input: emptyInput,
      output: z.object({}),
    }),
    fresh: operation({
      summary: 'Fresh',
      access: { who: 'user', fresh: true },
      input: emptyInput,
      output: z.object({}),
    }),
    hang: operation({
      summary: 'Hang',
      access: { who: 'user' },
      input: emptyInput,
      output: z.object({}),
      timeoutMs: 30,
    }),
    broken: operation({
      summary: 'Broken',
      access: { who: 'user' },
      input: emptyInput,
      output: z.object({ n: z.number() }),
    }),
    count: streamOperation({
      summary: 'Count',
      access: { who: 'user' },
      input: z.strictObject({ to: z.number(), fail: z.boolean().default(false) }),
      event: z.object({ type: z.literal('n'), n: z.number() }),
      output: z.object({ last: z.number() }),
      eventsOf: () => [],
      errors: [errors.sold_out],
    }),
  },
})

const handlers: Handlers<typeof contract> = {
  async buy(_context, input, fail) {
    if (input.item === 'gone') throw fail('shop.sold_out', { detail: 'None left.', data: { left: 0 } })
    if (input.item === 'foreign') throw failure(foreign.user_not_found)
    if (input.item === 'stale') throw failure(accessErrors.reauth_required)
    if (input.item === 'bug') throw new Error('a secret value: 4711')
    return { ...input, extra: 'not declared' }
  },
  secret: (context) => Promise.resolve({ caller: context.caller ?? '' }),
  rule: () => Promise.resolve({}),
  fresh: () => Promise.resolve({}),
  hang: () => new Promise(() => undefined),
  broken: () => Promise.resolve({ n: 'no number' } as unknown as { n: number }),
  async *count(_context, input, fail) {
    for (let n = 1; n <= input.to; n += 1) yield { type: 'n' as const, n }
    if (input.fail) throw fail('shop.sold_out')
    return { last: input.to }
  },
}

const person = (more: Partial<Extract<Actor, { kind: 'user' }>> = {}): Actor => ({
  kind: 'user',
  userId: newId(),
  sessionId: newId(),
  roles: ['user'],
  authenticatedAt: systemClock.now(),
  emailVerified: false,
  ...more,
})

const contextOf = (actor: Actor): Context => ({
  requestId: newId(),
  actor,
  deadline: systemClock.now() + 5_000,
  signal: new AbortController().signal,
})

const unexpected: unknown[] = []
const dispatcher = createDispatcher({
  contract,
  handlers,
  clock: systemClock,
  onUnexpected: (_operation, _context, error) => unexpected.push(error),
})

const links: Record<string, () => Promise<{ link: Link; close(): Promise<void> }>> = {
  'the local link': () =>
    Promise.resolve({ link: localLink(dispatcher, { clone: true }), close: () => Promise.resolve() }),
  'the HTTP link': () => serveOverHttp(dispatcher),
}

describe.each(Object.keys(links))('a contract over %s', (name) => {
  let shop: Client<typeof contract>
  let close: () => Promise<void>

  beforeAll(async () => {
    const opened = await links[name]?.()
    if (opened === undefined) throw new Error('no such link')
    shop = createClient(contract, opened.link, 'till')
    close = () => opened.close()
  })
  afterAll(() => close())

  it('parses input, applies defaults and drops what the output does not declare', async () => {
    expect(await shop.buy(contextOf(person()), { item: 'tea' })).toEqual({ item: 'tea', count: 1 })
  })

  it('names the field that is wrong', async () => {
    const wrong = shop.buy(contextOf(person()), { item: '', colour: 1 } as never)
    await expect(wrong).rejects.toMatchObject({
      code: 'request.invalid',
      issues: expect.arrayContaining([
        expect.objectContaining({ path: 'item' }),
        expect.objectContaining({ path: 'colour' }),
      ]) as unknown,
    })
  })

  it('carries a declared failure with its data', async () => {
    const failed = shop.buy(contextOf(person()), { item: 'gone' })
    await expect(failed).rejects.toMatchObject({
      code: 'shop.sold_out',
      detail: 'None left.',
      data: { left: 0 },
    })
  })

  it('tells nothing of an undeclared failure, nor of an answer of the wrong shape', async () => {
    const ends = await Promise.allSettled([
      shop.buy(contextOf(person()), { item: 'bug' }),
      shop.buy(contextOf(person()), { item: 'foreign' }),
      shop.buy(contextOf(person()), { item: 'stale' }),
      shop.broken(contextOf(person()), {}),
    ])
    for (const end of ends) {
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'request.internal' } })
      expect(JSON.stringify(toWireError((end as PromiseRejectedResult).reason))).not.toContain('4711')
    }
    expect(unexpected.length).toBeGreaterThan(0)
  })

  it('refuses nobody, the wrong role, a stale sign-in and a token without the scope', async () => {
    const stale = person({ authenticatedAt: systemClock.now() - 11 * 60_000 })
    const token: Actor = {
      kind: 'token',
      userId: newId(),
      tokenId: newId(),
      scopes: ['shop:read'],
      organizationId: newId(),
    }
    await expect(shop.buy(contextOf({ kind: 'anonymous' }), { item: 'tea' })).rejects.toMatchObject({
      code: 'request.unauthenticated',
    })
    await expect(shop.rule(contextOf(person()), {})).rejects.toMatchObject({ code: 'request.forbidden' })
    await expect(shop.fresh(contextOf(stale), {})).rejects.toMatchObject({ code: 'identity.reauth_required' })
    await expect(shop.buy(contextOf(token), { item: 'tea' })).rejects.toMatchObject({
      code: 'identity.scope_missing',
    })
  })

  it('tells the callee which module calls', async () => {
    expect(await shop.secret(contextOf({ kind: 'anonymous' }), {})).toEqual({ caller: 'till' })
  })

  it('ends a call at its deadline, and does not begin one after it', async () => {
    await expect(shop.hang(contextOf(person()), {})).rejects.toMatchObject({ code: 'request.timeout' })
    const late = { ...contextOf(person()), deadline: systemClock.now() - 1 }
    await expect(shop.buy(late, { item: 'tea' })).rejects.toMatchObject({ code: 'request.timeout' })
  })

  it('refuses a call inside a transaction', async () => {
    const inside = insideTransaction('till', () => shop.buy(contextOf(person()), { item: 'tea' }))
    await expect(inside).rejects.toThrow(/inside a transaction of till/)
  })

  it('streams events and then the answer', async () => {
    const stream = shop.count(contextOf(person()), { to: 3 })
    const seen: number[] = []
    let step = await stream.next()
    for (; step.done !== true; step = await stream.next()) seen.push(step.value.n)
    expect({ seen, answer: step.value }).toEqual({ seen: [1, 2, 3], answer: { last: 3 } })
  })

  it('ends a stream with the declared failure', async () => {
    const drain = async () => {
      const stream = shop.count(contextOf(person()), { to: 1, fail: true })
      let step = await stream.next()
      while (step.done !== true) step = await stream.next()
    }
    await expect(drain()).rejects.toMatchObject({ code: 'shop.sold_out' })
  })
})

async function serveOverHttp(target: Dispatcher) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'till', alg: 'EdDSA' }] })
  const server: Server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const name = request.url?.split('/').at(-1) ?? ''
      try {
        const token = request.headers.authorization?.slice('Bearer '.length)
        const carried = await verifyServiceToken(token, 'shop', keys)
        const context = { ...carried, signal: new AbortController().signal }
        const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { input: unknown }
        if (!target.streams(name))
          return response.end(JSON.stringify({ output: await target.call(name, context, input) }))
        const events = target.stream(name, context, input)
        let step = await events.next()
        for (; step.done !== true; step = await events.next())
          response.write(`${JSON.stringify({ event: step.value })}\n`)
        return response.end(`${JSON.stringify({ output: step.value })}\n`)
      } catch (error) {
        if (!response.headersSent) response.statusCode = 500
        return response.end(`${JSON.stringify(toWireError(error))}\n`)
      }
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const link = httpLink({
    module: 'shop',
    baseUrl: `http://127.0.0.1:${port}`,
    signer: serviceTokenSigner(() => privateKey),
  })
  return { link, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
