import { describe, expect, it } from 'vitest'
import { idlePress, type PressEvent, stepPress } from './gesture.ts'

const down: PressEvent = { type: 'down', pointer: 1, x: 100, y: 100 }
const up: PressEvent = { type: 'up', pointer: 1 }
const time: PressEvent = { type: 'time' }
const move = (x: number, y: number): PressEvent => ({ type: 'move', pointer: 1, x, y })

function play(...events: readonly PressEvent[]) {
  let press = idlePress
  return events.map((event) => {
    const step = stepPress(press, event)
    press = step.press
    return step.outcome
  })
}

describe('a press', () => {
  it('is a tap when the pointer goes up, not before', () => {
    expect(play(down, up)).toEqual([undefined, 'tap'])
  })

  it('is a hold after its time, when the pointer goes up', () => {
    expect(play(down, time, up)).toEqual([undefined, undefined, 'hold'])
  })

  it('forgives a trembling finger', () => {
    expect(play(down, move(105, 95), up).at(-1)).toBe('tap')
  })

  it.each([
    ['strays', [down, move(100, 130), up]],
    ['strays and comes back', [down, move(100, 130), move(100, 100), up]],
    ['strays after its time', [down, time, move(160, 100), up]],
    ['is cancelled by the browser', [down, { type: 'cancel', pointer: 1 }, up]],
    ['is joined by a second finger', [down, { ...down, pointer: 2 }, up]],
  ] as [string, PressEvent[]][])('means nothing when it %s', (_why, events) => {
    expect(play(...events).filter(Boolean)).toEqual([])
  })

  it('is not ended by another pointer', () => {
    expect(play(down, { type: 'up', pointer: 2 }, up)).toEqual([undefined, undefined, 'tap'])
  })
})
