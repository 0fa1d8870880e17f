import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test, vi } from 'vitest'
import { askWhereAgain, meKey } from './belonging.ts'
import { chooseOrganization, chosenOrganization } from './organization.ts'

const plan = ['subscriptions']

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  })
  chooseOrganization('o-1')
})

/** A console with a plan on the screen, once the server says that its person belongs to these. */
async function consoleOf(...ids: readonly string[]): Promise<QueryClient> {
  const client = new QueryClient()
  await client.fetchQuery({
    queryKey: meKey,
    queryFn: () => ({ organizations: ids.map((id) => ({ id })) }),
  })
  client.setQueryData(plan, 'of o-1')
  await askWhereAgain(client)
  return client
}

test('whoever was removed goes on in another company, and sees nothing of the one before', async () => {
  const client = await consoleOf('o-2', 'o-3')
  expect(chosenOrganization()).toBe('o-2')
  expect(client.getQueryData(plan)).toBeUndefined()
})

test('whoever belongs to none any more keeps nothing', async () => {
  const client = await consoleOf()
  expect(client.getQueryData(plan)).toBeUndefined()
  expect(client.getQueryData(meKey)).toEqual({ organizations: [] })
})

test('whoever still belongs to it stays where they are', async () => {
  const client = await consoleOf('o-2', 'o-1')
  expect(chosenOrganization()).toBe('o-1')
  expect(client.getQueryData(plan)).toBe('of o-1')
})
