import { isFailure } from '@triptych/kernel'
import { kvErrors } from '@triptych/kv'

/** Whether it is worth asking Redis. Once it has not answered nobody waits for it, until it answers a ping in between. */
export interface Availability {
  isUp(): boolean
  /** The answer; undefined when there is none to be had. */
  ask<T>(question: () => Promise<T>): Promise<T | undefined>
}

const pingEveryMs = 250

export function createAvailability(ping: () => Promise<'up' | 'down'>): Availability {
  let isUp = true
  let pingAt = 0

  const lookAgain = async () => {
    pingAt = performance.now() + pingEveryMs
    if ((await ping()) === 'up') isUp = true
  }
  const availability: Availability = {
    isUp() {
      if (!isUp && performance.now() >= pingAt) void lookAgain()
      return isUp
    },
    async ask(question) {
      if (!availability.isUp()) return undefined
      try {
        return await question()
      } catch (error) {
        if (!isFailure(error, kvErrors.unavailable)) throw error
        isUp = false
        pingAt = performance.now() + pingEveryMs
        return undefined
      }
    },
  }
  return availability
}
