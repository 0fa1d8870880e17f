import { databaseKinds, sampleOf, signUp } from '@triptych/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bootSafety, check, fails, never, safetyOf, type SafetySystem } from './system.ts'

const direct = 'I want to kill myself tonight'
const ambiguous = "What's the point of being alive."
const harmless = 'The meeting ran long and I ate lunch at my desk.'

const servedBy = (lane: string, isCrisis: boolean) => () => ({
  is_crisis: isCrisis,
  served: {
    engine: lane,
    lane,
    model: 'a-model',
    provider: null,
    prompt_version: 'v1',
    input_tokens: 1,
    output_tokens: 1,
    cost_usd: 0,
    latency_ms: 1,
    finish_reason: 'stop',
    trace_id: 'trace',
  },
})

interface EventRow {
  readonly user_id: string
  readonly confirmed_by: string
  readonly severity: string
}

describe.each(databaseKinds)('checking a text on %s', (kind) => {
  let safety: SafetySystem
  beforeAll(async () => {
    safety = await bootSafety(kind)
  })
  afterAll(() => safety.system.close())
  afterEach(() => {
    safety.identity.answers.clear()
    safety.gateway.answers.clear()
  })

  const eventsOf = (userId: string) =>
    safety.system.database.asOwner<EventRow>('select * from safety.safety_events where user_id = $1', [
      userId,
    ])

  it('lets a harmless text pass and keeps nothing of it', async () => {
    const person = await signUp(safety.system)
    const prechecks = () => sampleOf(safety.system, 'triptych_safety_precheck_seconds_count{language="en"}')
    const before = (await prechecks()) ?? 0
    expect(await check(safety.system, person, harmless)).toBeNull()
    expect(await eventsOf(person.userId)).toEqual([])
    expect(await prechecks()).toBe(before + 1)
  })

  it('answers danger with help of the person’s region, and keeps what fired but not what was written', async () => {
    const person = await signUp(safety.system)
    await person.send('PATCH', '/api/v1/me/profile', { body: { region: 'DE' } })
    const crisis = await check(safety.system, person, direct)
    expect(crisis?.resources.map(({ phone }) => phone?.replaceAll(' ', ''))).toContain('08001110111')
    const [event] = await eventsOf(person.userId)
    expect(event).toMatchObject({ id: crisis?.event_id, confirmed_by: 'rule', severity: crisis?.severity })
    expect(JSON.stringify(event)).not.toContain('tonight')
    expect(safety.logs.join('\n')).not.toContain(direct)
  })

  it('helps although identity, the database or both are away', async () => {
    const person = await signUp(safety.system)
    safety.identity.answers.set('getPerson', fails)
    expect(await check(safety.system, person, direct)).not.toBeNull()
    await safety.system.database.asOwner(
      'alter table safety.safety_events add constraint broken check (false) not valid',
    )
    try {
      const crisis = await check(safety.system, person, direct)
      expect(crisis?.resources.length).toBeGreaterThan(0)
      expect(safety.logs.filter((line) => line.includes('safety.event_not_kept')).length).toBe(1)
    } finally {
      await safety.system.database.asOwner('alter table safety.safety_events drop constraint broken')
    }
    expect(await eventsOf(person.userId)).toHaveLength(1)
  })

  it('does not wait long for where the person lives', async () => {
    const person = await signUp(safety.system)
    safety.identity.answers.set('getPerson', never)
    const from = performance.now()
    expect(await check(safety.system, person, direct)).not.toBeNull()
    expect(performance.now() - from).toBeLessThan(10_000)
  })

  describe('when only indirect wording was found', () => {
    it('helps without consent to a model, as nobody could say no', async () => {
      const person = await signUp(safety.system)
      expect(await check(safety.system, person, ambiguous)).not.toBeNull()
      expect(await eventsOf(person.userId)).toMatchObject([{ confirmed_by: 'caution' }])
    })

    it('takes a model’s no for an answer, and its yes', async () => {
      const person = await signUp(safety.system)
      safety.gateway.answers.set('confirmCrisis', servedBy('openrouter', false))
      expect(await check(safety.system, person, ambiguous)).toBeNull()
      expect(await eventsOf(person.userId)).toEqual([])
      safety.gateway.answers.set('confirmCrisis', servedBy('openrouter', true))
      expect(await check(safety.system, person, ambiguous)).not.toBeNull()
      expect(await eventsOf(person.userId)).toMatchObject([{ confirmed_by: 'model' }])
    })

    it('helps when the model fails, hangs, or is the offline engine, and never asks it about plain danger', async () => {
      const person = await signUp(safety.system)
      for (const answer of [fails, never, servedBy('offline', false)]) {
        safety.gateway.answers.set('confirmCrisis', answer)
        expect(await check(safety.system, person, ambiguous)).not.toBeNull()
      }
      safety.gateway.answers.set('confirmCrisis', servedBy('openrouter', false))
      expect(await check(safety.system, person, direct)).not.toBeNull()
      const events = await eventsOf(person.userId)
      expect(events.map((event) => event.confirmed_by).toSorted()).toEqual([
        'caution',
        'caution',
        'caution',
        'rule',
      ])
    })
  })

  it('leaves a script that no rule reads to a model the person agreed to, and passes it without one', async () => {
    const person = await signUp(safety.system)
    const russian = 'Сегодня я думаю о том, чтобы всё закончить.'
    for (const answer of [fails, servedBy('offline', false), servedBy('openrouter', false)]) {
      safety.gateway.answers.set('confirmCrisis', answer)
      expect(await check(safety.system, person, russian)).toBeNull()
    }
    expect(await eventsOf(person.userId)).toEqual([])
    safety.gateway.answers.set('confirmCrisis', servedBy('openrouter', true))
    expect((await check(safety.system, person, russian))?.resources.length).toBeGreaterThan(0)
    expect(await eventsOf(person.userId)).toMatchObject([{ confirmed_by: 'model' }])
  })

  it('shows a model both halves of what only means danger together', async () => {
    const person = await signUp(safety.system)
    const context = safety.system.contextFor(person.userId)
    const seen: unknown[] = []
    safety.gateway.answers.set('confirmCrisis', (_context, input) => {
      seen.push(input)
      return servedBy('openrouter', true)()
    })
    const halves = { previous: 'What is the point', text: 'of being alive' }
    const input = { user_id: person.userId, path: 'mirror.message' as const, ...halves }
    expect((await safetyOf(safety.system).checkText(context, input)).crisis).not.toBeNull()
    expect(seen).toMatchObject([halves])
  })

  it('reads danger that is split over two messages', async () => {
    const person = await signUp(safety.system)
    const context = safety.system.contextFor(person.userId)
    const input = { user_id: person.userId, path: 'mirror.message' as const, text: 'kill myself.' }
    const previous = 'Nothing helps any more. I want to'
    const both = await safetyOf(safety.system).checkText(context, { ...input, previous })
    expect(both.crisis).not.toBeNull()
  })
})
