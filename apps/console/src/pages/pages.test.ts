import { expect, test } from 'vitest'
import { areasOf, pagesOf } from './pages.ts'

const titles = (...who: Parameters<typeof pagesOf>): string[] => pagesOf(...who).map(({ title }) => title)

test('what was done is for owners and admins', () => {
  expect(titles({ roles: [] }, { role: 'member' })).toEqual(['Licences', 'Plan', 'People'])
  expect(titles({ roles: [] }, { role: 'admin' })).toContain('What was done')
  expect(titles({ roles: [] }, { role: 'owner' })).toContain('What was done')
})

test('administrators without a company see everything but a company’s pages', () => {
  const areas = areasOf(pagesOf({ roles: ['admin'] }, undefined)).map(({ name }) => name)
  expect(areas).not.toContain('Your company')
  expect(areas).toContain('Operations')
  expect(titles({ roles: [] }, undefined)).toEqual([])
})
