import { expect, it } from 'vitest'
import { z } from 'zod'
import { defineContract, operation } from './contract.ts'
import { createRestClient } from './rest-client.ts'
import { emptyInput, noOutput } from './schemas.ts'

const write = { summary: 'Write', access: { who: 'user' }, output: noOutput } as const

const contract = defineContract({
  name: 'notes',
  description: 'Notes',
  operations: {
    find: operation({
      ...write,
      http: { method: 'GET', path: '/notes/{folder}' },
      input: z.strictObject({
        folder: z.string(),
        limit: z.number().optional(),
        cursor: z.string().optional(),
      }),
    }),
    keep: operation({
      ...write,
      http: { method: 'POST', path: '/notes/{folder}' },
      input: z.strictObject({ folder: z.string(), title: z.string() }),
    }),
    keys: operation({
      ...write,
      http: { method: 'GET', path: '/.well-known/keys', root: true },
      input: emptyInput,
    }),
    prove: operation({
      ...write,
      access: { who: 'module' },
      servedAt: { method: 'GET', path: '/proofs/{id}', bearer: 'token' },
      input: z.strictObject({ id: z.string(), token: z.string() }),
    }),
    hear: operation({
      ...write,
      access: { who: 'module' },
      servedAt: { method: 'POST', path: '/webhooks/provider' },
      input: emptyInput,
    }),
  },
})

function listen() {
  const sent: { line: string; body: unknown; authorization: unknown }[] = []
  const client = createRestClient(contract, {
    baseUrl: 'https://api.example',
    fetch: (url, { method, headers, body } = {}) => {
      const { authorization } = headers as Record<string, string>
      sent.push({ line: `${method} ${url as string}`, body, authorization })
      return Promise.resolve(new Response(null, { status: 204 }))
    },
  })
  return { client, sent }
}

it('puts the input where the route wants it: path, query, body or bearer token', async () => {
  const { client, sent } = listen()
  await client.find({ folder: 'a/b', limit: 3, cursor: undefined })
  await client.keep({ folder: 'home', title: 'tea' })
  await client.keys({})
  await client.prove({ id: '7', token: 'secret' })
  const none = { body: undefined, authorization: undefined }
  expect(sent).toEqual([
    { ...none, line: 'GET https://api.example/api/v1/notes/a%2Fb?limit=3' },
    { ...none, line: 'POST https://api.example/api/v1/notes/home', body: '{"title":"tea"}' },
    { ...none, line: 'GET https://api.example/.well-known/keys' },
    { ...none, line: 'GET https://api.example/api/v1/proofs/7', authorization: 'Bearer secret' },
  ])
})

it('has nothing for a webhook, which its provider alone calls', () => {
  expect(Object.keys(listen().client)).toEqual(['find', 'keep', 'keys', 'prove'])
})
