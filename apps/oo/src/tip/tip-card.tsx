import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import type { Tip } from '../api/api.ts'
import { format, m } from '../i18n/i18n.ts'
import { usesPointer } from '../ui/last-input.ts'
import { holdMs, type Press } from './gesture.ts'
import type { KeptTip } from './kept-tip.ts'
import { usePress } from './use-press.ts'

const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key === 'ContextMenu' || (key === 'F10' && shiftKey)

function factsOf({ meta }: Tip): string[] {
  const due = meta.due_at === null ? meta.due_on && format.day(meta.due_on) : format.moment(meta.due_at)
  return [
    meta.project,
    due ? m.tip.due(due) : null,
    meta.minutes === null ? null : m.tip.minutes(meta.minutes),
  ].filter((fact) => fact !== null)
}

function Facts({ tip }: { tip: Tip }): ReactNode {
  const facts = factsOf(tip)
  return (
    <>
      {tip.body === null ? null : <p className="soft body">{tip.body}</p>}
      {facts.length > 0 ? <p className="small soft">{facts.join(' · ')}</p> : null}
      {tip.meta.is_recurring ? <p className="small soft">{m.tip.repeats}</p> : null}
    </>
  )
}

/** Beyond this a title is a paragraph, and is set like one. */
const longTitle = 120
const classOf = ({ title }: Tip): string => (title.length > longTitle ? 'tip-words long' : 'tip-words')

/** The same words, breathing out. */
export const LeavingTip = ({ shown: { tip } }: { shown: KeptTip }): ReactNode => (
  <article className="tip leaving" inert>
    <p className={classOf(tip)}>{tip.title}</p>
    <Facts tip={tip} />
  </article>
)

/** A hairline that fills while the press is held. */
const Ring = ({ press }: { press: Press }): ReactNode =>
  press.phase === 'idle' ? null : (
    <svg
      className="ring"
      data-phase={press.phase}
      viewBox="0 0 96 96"
      style={{ left: press.from.x, top: press.from.y, animationDuration: `${holdMs}ms` }}
      aria-hidden="true"
    >
      <circle cx="48" cy="48" r="46" pathLength="1" />
      <circle className="fill" cx="48" cy="48" r="46" pathLength="1" />
    </svg>
  )

export interface TipCardProps {
  readonly shown: KeptTip
  readonly isStale: boolean
  readonly onTap: () => void
  readonly onHold: () => void
  readonly onMenu: () => void
}

export function TipCard({ shown, isStale, onTap, onHold, onMenu }: TipCardProps): ReactNode {
  const { tip, at } = shown
  const hint = useId()
  const { press, handlers } = usePress((outcome) => (outcome === 'tap' ? onTap() : onHold()))
  const words = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // What had the focus has left with the tip before.
    if (!usesPointer() && document.activeElement === document.body)
      words.current?.focus({ preventScroll: true })
  }, [tip.id])
  // The pointer has its own way above; a click without one comes from a key or a screen reader.
  const click = ({ detail }: MouseEvent): void => {
    if (detail === 0) onTap()
  }
  return (
    <article className="tip" key={tip.id}>
      <h1>
        <button
          ref={words}
          type="button"
          className={classOf(tip)}
          aria-describedby={hint}
          {...handlers}
          onClick={click}
          onKeyDown={(event) => {
            // A key that is held answers once, not everything that comes after.
            if (event.repeat || isMenuKey(event)) event.preventDefault()
            if (!event.repeat && isMenuKey(event)) onMenu()
          }}
          onContextMenu={(event) => {
            event.preventDefault()
            if (event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'mouse')
              onMenu()
          }}
        >
          {tip.title}
        </button>
      </h1>
      <Facts tip={tip} />
      {isStale ? <p className="small stale">{m.tip.notFresh(format.moment(at))}</p> : null}
      {!isStale && !tip.meta.is_fresh ? <p className="small stale">{m.tip.notAsked}</p> : null}
      <p id={hint} className="hidden">
        {tip.kind === 'todo' ? m.tip.todo : m.tip.advice}
      </p>
      <button type="button" className="more" aria-haspopup="menu" onClick={onMenu}>
        <span className="hidden">{m.tip.more}</span>
        <span aria-hidden="true" className="dots" />
      </button>
      <Ring press={press} />
    </article>
  )
}
