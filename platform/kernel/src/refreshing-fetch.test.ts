import { expect, test } from 'vitest'
import { createLocks, createRefreshingFetch } from './refreshing-fetch.ts'

const answer = (status: number): Response => ({ status, ok: status < 400 }) as Response

function setUp(refresh: () => Promise<Response>) {
  const calls: string[] = []
  let valid = false
  let signedOut = 0
  const fetching = createRefreshingFetch({
    baseUrl: '',
    locks: createLocks(),
    onSignedOut: () => void signedOut++,
    fetch: async (input) => {
      const url = input as string
      calls.push(url)
      if (!url.endsWith('/auth/refresh')) return answer(valid ? 200 : 401)
      const renewed = await refresh()
      valid = renewed.ok
      return renewed
    },
  })
  return { fetching, calls, signedOut: () => signedOut }
}

test('an expired session is renewed once for many calls, which are then repeated', async () => {
  const { fetching, calls, signedOut } = setUp(async () => answer(200))
  const answers = await Promise.all(
    ['/api/v1/me', '/api/v1/turns', '/api/v1/me'].map((path) => fetching(path)),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(calls.filter((path) => path.endsWith('/auth/refresh'))).toHaveLength(1)
  expect(signedOut()).toBe(0)
})

test('a session that cannot be renewed is over', async () => {
  const { fetching, signedOut } = setUp(async () => answer(401))
  expect((await fetching('/api/v1/me')).status).toBe(401)
  expect(signedOut()).toBe(1)
})

test('a server that is away is not a sign-out', async () => {
  const { fetching, signedOut } = setUp(async () => answer(503))
  await expect(fetching('/api/v1/me')).rejects.toThrow(TypeError)
  expect(signedOut()).toBe(0)
})

test('wrong credentials are an answer, not an expired session', async () => {
  const { fetching, calls } = setUp(async () => answer(200))
  expect((await fetching('/api/v1/auth/login')).status).toBe(401)
  expect(calls).toEqual(['/api/v1/auth/login'])
})
