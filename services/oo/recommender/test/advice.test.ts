import { expect, it } from 'vitest'
import { library } from '../src/advice/library.ts'
import { todaysAdvice } from '../src/domain/todays-advice.ts'
import { createAdviceSource } from '../src/sources/advice.ts'

const sentences = (text: string): number =>
  text.split(/[.?](?=\s|$)/).filter((part) => part.trim() !== '').length

it('holds at least 120 pieces, each known by a name of its own', () => {
  expect(library.length).toBeGreaterThanOrEqual(120)
  expect(new Set(library.map(({ id }) => id)).size).toBe(library.length)
  expect(new Set(library.map(({ title }) => title)).size).toBe(library.length)
})

it.each(library)('$id is short, kind and sourced', ({ id, title, body, minutes, source }) => {
  expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(title.length).toBeLessThanOrEqual(70)
  expect(title).toMatch(/\.$/)
  expect(body.length).toBeLessThanOrEqual(170)
  expect(sentences(body.replaceAll('…', ''))).toBeLessThanOrEqual(2)
  expect(`${title} ${body}`).not.toMatch(/[!*_<>]|https?:/)
  expect(`${title} ${body}`).not.toMatch(
    /\b(diagnos|symptom|disorder|depress|anxi|patient|therap|dose|medic|pill|disease|cure|diet|calorie)/i,
  )
  expect(minutes).toBeGreaterThanOrEqual(1)
  expect(minutes).toBeLessThanOrEqual(30)
  expect(source.title).toMatch(/\.$/)
  expect(source.url).toMatch(/^https:\/\/(doi\.org\/10\.\d{4,}\/\S+|\S+)$/)
})

it('gives a person eight pieces a day, the same all day and others tomorrow', async () => {
  const all = await createAdviceSource().candidates(undefined as never, '')
  const on = (userId: string, day: string) => todaysAdvice(all, { userId, day }).map(({ ref }) => ref)
  expect(on('ada', '2026-03-01')).toHaveLength(8)
  expect(on('ada', '2026-03-01')).toEqual(on('ada', '2026-03-01'))
  expect(on('ada', '2026-03-02')).not.toEqual(on('ada', '2026-03-01'))
  expect(on('ben', '2026-03-01')).not.toEqual(on('ada', '2026-03-01'))
})
