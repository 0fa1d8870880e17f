import { isFailure } from '@triptych/kernel'
import { createMemoryKv, type Kv } from '@triptych/kv'
import { describe, expect, it } from 'vitest'
import { errors } from './contract/errors.ts'
import { createCounters } from './counters.ts'
import { mayMail } from './mails.ts'
import { type Attempt, createSignInGuard } from './sign-in-guard.ts'

const email = 'ada@example.org'
const dayMs = 24 * 3_600_000
const away = new Proxy({}, { get: () => () => Promise.reject(new Error('away')) }) as Kv

function setUp(shared?: Kv) {
  let now = 0
  const clock = { now: () => now }
  const counters = createCounters(shared ?? createMemoryKv({ clock }), clock)
  const guard = createSignInGuard(counters)
  let places = 0
  const stranger = (): Attempt => ({ email, device: undefined, ip: `10.0.0.${(places += 1)}` })
  const isAdmitted = async (attempt: Attempt): Promise<boolean> => {
    try {
      await guard.admit(attempt)
      return true
    } catch (error) {
      if (isFailure(error, errors.too_many_attempts)) return false
      throw error
    }
  }
  /** How many of so many strangers, each at a place of their own, may try. */
  const admitted = async (count: number): Promise<number> => {
    const answers = await Promise.all(Array.from({ length: count }, () => isAdmitted(stranger())))
    return answers.filter(Boolean).length
  }
  const pass = (ms: number) => (now += ms)
  return { counters, guard, stranger, isAdmitted, admitted, pass }
}

describe('guesses at one account', () => {
  it('are as many a day from everywhere, and none of them costs a known device a try', async () => {
    const { isAdmitted, admitted, pass } = setUp()
    expect(await admitted(200)).toBe(50)
    expect(await admitted(1)).toBe(0)
    const device = { email, device: 'known', ip: '192.0.2.1' }
    for (let tries = 0; tries < 5; tries += 1) expect(await isAdmitted(device)).toBe(true)
    expect(await isAdmitted({ email: 'grace@example.org', device: undefined, ip: '192.0.2.1' })).toBe(true)
    pass(dayMs)
    expect(await admitted(200)).toBe(50)
  })

  it('do not become more by the sign-ins of its person, whose right passwords are none', async () => {
    const { guard, stranger, isAdmitted, admitted } = setUp()
    for (let signIns = 0; signIns < 100; signIns += 1) {
      const attempt = stranger()
      await guard.admit(attempt)
      await guard.clear(attempt)
    }
    expect(await admitted(50)).toBe(50)
    const device = { email, device: 'known', ip: undefined }
    expect(await isAdmitted(device)).toBe(true)
    await guard.clear(device)
    expect(await admitted(1)).toBe(0)
  })

  it('are counted by each process while the shared store is away', async () => {
    const { isAdmitted, admitted } = setUp(away)
    expect(await admitted(200)).toBe(50)
    expect(await isAdmitted({ email, device: 'known', ip: undefined })).toBe(true)
  })
})

it('sends a few mails of a kind an hour to one address, with the shared store or without', async () => {
  for (const shared of [undefined, away]) {
    const { counters, pass } = setUp(shared)
    const sent = async (template: 'password_reset' | 'verify_email') => {
      let count = 0
      for (let asked = 0; asked < 15; asked += 1) if (await mayMail(counters, { template, email })) count += 1
      return count
    }
    expect([await sent('password_reset'), await sent('verify_email')]).toEqual([3, 3])
    pass(3_600_000)
    expect(await sent('password_reset')).toBe(3)
  }
})
