import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Delivery, nextDelivery, type NextStep } from '../src/domain/next-delivery.ts'

type Happening = 'done' | 'undone' | 'sent' | 'delivered' | 'failed'

/** A person who changes their mind, a queue that sends, and a provider that takes it or not, in any order. */
function play(isRecurring: boolean, happenings: readonly Happening[]) {
  const sofar: Delivery[] = []
  const provider = { isDone: false, moves: 0 }
  let isDone = false
  let last = { step: 'nothing' } as NextStep
  const change = (id: string, to: Partial<Delivery>) => {
    const index = sofar.findIndex((one) => one.id === id)
    sofar[index] = { ...(sofar[index] as Delivery), ...to }
  }
  const follow = () => {
    for (let steps = 0; ; steps += 1) {
      expect(steps).toBeLessThan(3)
      last = nextDelivery(sofar, { isDone, isRecurring })
      if (last.step === 'tell')
        sofar.push({ id: `${sofar.length}`, action: last.action, state: 'waiting', was_recurring: null })
      if (last.step !== 'cancel') break
      change(last.id, { state: 'cancelled' })
    }
    expect(sofar.filter(({ state }) => state === 'waiting' || state === 'sending').length).toBeLessThan(2)
  }
  const on = (state: Delivery['state']) => sofar.find((one) => one.state === state)
  const happen: Record<Happening, () => void> = {
    done: () => void (isDone = true),
    undone: () => void (isDone = false),
    sent() {
      const one = on('waiting')
      if (one !== undefined) change(one.id, { state: 'sending' })
    },
    delivered() {
      const one = on('sending')
      if (one === undefined) return
      change(one.id, { state: 'delivered', was_recurring: isRecurring })
      if (isRecurring) provider.moves += 1
      else provider.isDone = one.action === 'complete'
    },
    failed() {
      const one = on('sending')
      if (one !== undefined) change(one.id, { state: 'failed' })
    },
  }
  for (const happening of happenings) {
    happen[happening]()
    follow()
  }
  return {
    sofar,
    provider,
    isDone,
    last,
    isQuiet: on('waiting') === undefined && on('sending') === undefined,
  }
}

const happenings = (...kinds: Happening[]) =>
  fc.array(fc.constantFrom<Happening>(...kinds, 'done', 'undone', 'sent'), { maxLength: 30 })

describe('what a provider is told', () => {
  it('ends as the person wants it, for a task that is done once', () => {
    fc.assert(
      fc.property(happenings('delivered'), (events) => {
        const { provider, isDone } = play(false, [...events, 'sent', 'delivered', 'sent', 'delivered'])
        expect(provider.isDone).toBe(isDone)
      }),
    )
  })

  it('moves a recurring task on once at the most, and never says so of one that stands', () => {
    fc.assert(
      fc.property(happenings('delivered', 'failed'), (events) => {
        const { provider, sofar, isDone, last, isQuiet } = play(true, events)
        expect(provider.moves).toBeLessThan(2)
        expect(sofar.filter(({ action }) => action === 'reopen')).toEqual([])
        if (isQuiet) expect(last.step === 'too_late').toBe(provider.moves === 1 && !isDone)
      }),
    )
  })

  it('is not told again by itself when it did not take it', () => {
    const { sofar } = play(false, ['done', 'sent', 'failed', 'done', 'done'])
    expect(sofar.map(({ action, state }) => [action, state])).toEqual([['complete', 'failed']])
  })

  it('is told anew by who takes that back and does it again', () => {
    const { sofar } = play(false, ['done', 'sent', 'failed', 'undone', 'done'])
    expect(sofar.map(({ action, state }) => [action, state])).toEqual([
      ['complete', 'cancelled'],
      ['complete', 'waiting'],
    ])
  })
})
