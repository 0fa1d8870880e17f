import { expect, it } from 'vitest'
import { entriesMax, hasRoom, toCsv } from './entries.ts'

it('has room for the last entry and for none after it', () => {
  expect(hasRoom(entriesMax - 1)).toBe(true)
  expect(hasRoom(entriesMax)).toBe(false)
})

it('writes the day where the person lives, and nothing that a spreadsheet would run', () => {
  const entries = [
    { label: 'say "hello"', createdAt: '2026-03-01T23:30:00.000Z' },
    { label: '=1+1', createdAt: '2026-03-01T12:00:00.000Z' },
  ]
  expect(toCsv(entries, 'Europe/Berlin')).toBe(
    '"day","label"\r\n"2026-03-02","say ""hello"""\r\n"2026-03-01","\'=1+1"\r\n',
  )
})
