import { ProblemError } from '@triptych/kernel'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, type Feedback, type Me, type TipRecord } from '../api/api.ts'
import { passes, type Trouble, troubleOf } from '../api/trouble.ts'
import { outbox, tell } from '../device/parts.ts'
import { dropTip, isRecent, keepTip, type KeptTip, readTip } from './kept-tip.ts'
import { useSeen } from './use-seen.ts'

export type View =
  | { readonly kind: 'loading' | 'empty' | 'waiting' }
  | { readonly kind: 'tip'; readonly shown: KeptTip; readonly isStale: boolean }
  /** Answered, and on its way out. */
  | { readonly kind: 'leaving'; readonly shown: KeptTip }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }

/** As long as the tip takes to breathe out. */
const breathMs = 240
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

type Reaction = Feedback['reaction']

export interface TipState {
  readonly view: View
  look(): void
  /** Answers the tip on the screen; the next one follows. */
  react(reaction: Reaction, snoozeUntil?: string): void
  /** Takes back what was said to this tip and shows it again; false when it is too late for that. */
  undo(shown: KeptTip): Promise<boolean>
}

const isNothing = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'recommender.no_candidates'

/** A task that repeats may have moved on meanwhile: then the server has something to say. */
const isTooLate = (record: TipRecord | undefined): boolean =>
  record !== undefined && record.notice !== null && record.delivery !== 'failed'

/** What to show now: the tip that was there a moment ago, else a new one, else the last with its age. */
async function findView(owner: string): Promise<View> {
  const last = await readTip(owner)
  if (last !== undefined && navigator.onLine && isRecent(last, Date.now()))
    return { kind: 'tip', shown: last, isStale: false }
  try {
    await outbox.flush(owner)
    const { tip } = await api.recommender.recommend({})
    const shown = { owner, tip, at: new Date().toISOString() }
    await keepTip(shown)
    return { kind: 'tip', shown, isStale: false }
  } catch (error) {
    if (isNothing(error)) {
      await dropTip()
      return { kind: 'empty' }
    }
    const trouble = troubleOf(error)
    if (last !== undefined && passes(trouble)) return { kind: 'tip', shown: last, isStale: true }
    return { kind: 'trouble', trouble }
  }
}

export function useTip(me: Me): TipState {
  const owner = me.id
  const [view, setView] = useState<View>({ kind: 'loading' })
  /** Counts what was asked for, so that a slow answer does not replace a newer one. */
  const asked = useRef(0)
  const look = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    const next = await findView(owner)
    if (asked.current === mine) setView(next)
  }, [owner])

  const shown = view.kind === 'tip' ? view.shown : undefined
  const dwellMs = useSeen(
    shown?.tip.id,
    (tipId) => void tell(owner, { tip_id: tipId, reaction: 'displayed' }),
  )

  const react = async (reaction: Reaction, snoozeUntil?: string): Promise<void> => {
    if (shown === undefined) return
    asked.current += 1
    const mine = asked.current
    setView({ kind: 'leaving', shown })
    await dropTip()
    const [record] = await Promise.all([
      tell(owner, {
        tip_id: shown.tip.id,
        reaction,
        dwell_ms: dwellMs(),
        ...(snoozeUntil === undefined ? {} : { snooze_until: snoozeUntil }),
      }),
      pause(breathMs),
    ])
    if (asked.current !== mine) return
    if (record === undefined && !navigator.onLine) setView({ kind: 'waiting' })
    else await look()
  }
  const undo = async (one: KeptTip): Promise<boolean> => {
    const told = tell(owner, { tip_id: one.tip.id, reaction: 'undone' })
    if (one.tip.meta.is_recurring && isTooLate(await told)) return false
    asked.current += 1
    setView({ kind: 'tip', shown: one, isStale: !navigator.onLine })
    await Promise.all([told, keepTip(one)])
    return true
  }

  useEffect(() => {
    void look()
    const back = (): void => void look()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [look])

  return {
    view,
    look: () => void look(),
    react: (...answer) => void react(...answer),
    undo,
  }
}
