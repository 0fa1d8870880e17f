import { expect, test } from 'vitest'
import { everyPage } from './every-page.ts'

test('a list is read to its end, each page where the last one ended', async () => {
  const asked: (string | undefined)[] = []
  const items = await everyPage(async ({ cursor }) => {
    asked.push(cursor)
    return cursor === undefined ? { items: [1, 2], next_cursor: 'b' } : { items: [3], next_cursor: null }
  })
  expect([items, asked]).toEqual([
    [1, 2, 3],
    [undefined, 'b'],
  ])
})
