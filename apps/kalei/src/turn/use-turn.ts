import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { troubleOf } from '../api/trouble.ts'
import type { Trouble } from '../api/trouble.ts'
import type { TurnRecord } from '../api/wire.ts'
import { newClientId } from '../device/new-id.ts'
import { useServices } from '../session/services.tsx'
import { nothingYet, readTurn, TruncatedTurn } from './turn-stream.ts'
import type { TurnSoFar } from './turn-stream.ts'

export type TurnProblem = Trouble | { kind: 'truncated' } | { kind: 'stopped' }

export type TurnState =
  | { step: 'idle'; problem?: TurnProblem; thought: string }
  | { step: 'turning'; thought: string; so: TurnSoFar }
  | { step: 'done'; thought: string; so: TurnSoFar; answer: TurnRecord }

export interface Turning {
  state: TurnState
  /** Resolves to what stopped it, or to nothing when the turn is complete. */
  start: (thought: string) => Promise<TurnProblem | undefined>
  stop: () => void
  reset: () => void
  /** The Idempotency-Key of the thought: the same until its outcome is known. */
  keyOf: (thought: string) => string
}

interface Key {
  thought: string
  id: string
}

function problemOf(error: unknown, signal: AbortSignal): TurnProblem {
  if (signal.aborted) return { kind: 'stopped' }
  return error instanceof TruncatedTurn ? { kind: 'truncated' } : troubleOf(error)
}

/** True when the server will not finish this request any more, so that the next try is a new one. */
function settled(error: unknown): boolean {
  if (error instanceof TruncatedTurn) return error.certain
  const { kind } = troubleOf(error)
  return kind === 'unexpected' || kind === 'invalid'
}

/** One thought on its way through the glass. Leaving the screen stops listening; the thought stays on the device. */
export function useTurn(): Turning {
  const { api } = useServices()
  const cache = useQueryClient()
  const [state, setState] = useState<TurnState>({ step: 'idle', thought: '' })
  const key = useRef<Key | undefined>(undefined)
  const abort = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => abort.current?.abort(), [])

  const keyOf = (thought: string): string => {
    if (key.current?.thought !== thought) key.current = { thought, id: newClientId() }
    return key.current.id
  }
  const start = async (thought: string): Promise<TurnProblem | undefined> => {
    const control = new AbortController()
    abort.current = control
    let so = nothingYet
    setState({ step: 'turning', thought, so })
    try {
      const call = { idempotencyKey: keyOf(thought), signal: control.signal }
      const answer = await readTurn(api.turn.createTurn({ thought }, call), (next) => {
        so = next
        setState({ step: 'turning', thought, so })
      })
      key.current = undefined
      setState({ step: 'done', thought, so, answer })
      void cache.invalidateQueries({ queryKey: ['turns'] })
      void cache.invalidateQueries({ queryKey: ['entitlements'] })
      return undefined
    } catch (error) {
      const problem = problemOf(error, control.signal)
      if (settled(error) && problem.kind !== 'stopped') key.current = undefined
      setState({ step: 'idle', thought, problem })
      return problem
    }
  }
  return {
    state,
    start,
    keyOf,
    stop: () => abort.current?.abort(),
    reset: () => setState({ step: 'idle', thought: '' }),
  }
}
