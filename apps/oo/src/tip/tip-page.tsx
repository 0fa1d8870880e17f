import { type ReactNode, useCallback, useRef, useState } from 'react'
import { AccountMenu } from '../account/account-menu.tsx'
import type { Feedback, Me, Tip } from '../api/api.ts'
import { format, m } from '../i18n/i18n.ts'
import { PushAsk } from '../push/push-ask.tsx'
import { Link, SkipLink, useTitle } from '../ui/page.tsx'
import { TroubleNote } from '../ui/trouble.tsx'
import { LeavingTip, TipCard } from './tip-card.tsx'
import { SnoozeSheet, TipMenu } from './tip-menu.tsx'
import { type Said, Toast } from './toast.tsx'
import { type TipState, useTip } from './use-tip.ts'

type Reaction = Feedback['reaction']
type Open = 'menu' | 'snooze' | undefined

function wordsFor(reaction: Reaction, tip: Tip, until: string | undefined): string {
  if (reaction === 'snoozed') return m.toast.snoozed(format.moment(until ?? new Date().toISOString()))
  if (reaction === 'done' && tip.source === 'ical') return m.toast.readOnly
  if (reaction === 'done' && tip.meta.is_recurring) return m.toast.doneRepeats
  return m.toast[reaction as 'done' | 'acknowledged' | 'saved' | 'dismissed']
}

const isCompletion = (reaction: Reaction): boolean => reaction === 'done' || reaction === 'acknowledged'

export function TipPage({ me }: { me: Me }): ReactNode {
  const state = useTip(me)
  const [open, setOpen] = useState<Open>()
  const [said, setSaid] = useState<Said>()
  const [hasCompleted, setCompleted] = useState(false)
  const count = useRef(0)
  const say = useCallback((text: string, undo?: () => void) => {
    count.current += 1
    setSaid({ id: count.current, text, ...(undo === undefined ? {} : { undo }) })
  }, [])
  const endToast = useCallback(() => setSaid(undefined), [])
  useTitle(m.tip.title)

  const { view } = state
  const react = (reaction: Reaction, until?: string): void => {
    if (view.kind !== 'tip') return
    const { shown } = view
    const takeBack = async (): Promise<void> =>
      say((await state.undo(shown)) ? m.toast.undone : m.toast.movedOn)
    state.react(reaction, until)
    say(wordsFor(reaction, shown.tip, until), reaction === 'done' ? () => void takeBack() : undefined)
    if (isCompletion(reaction)) setCompleted(true)
  }
  const close = useCallback(() => setOpen(undefined), [])
  return (
    <>
      <SkipLink />
      <main id="content" className="stage" tabIndex={-1}>
        <Stage state={state} react={react} onMenu={() => setOpen('menu')} />
      </main>
      <Toast said={said} onEnd={endToast} />
      {hasCompleted && said === undefined ? <PushAsk say={say} /> : null}
      <AccountMenu say={say} />
      {view.kind === 'tip' && open === 'menu' ? (
        <TipMenu tip={view.shown.tip} onReact={react} onCustom={() => setOpen('snooze')} onClose={close} />
      ) : null}
      {view.kind === 'tip' && open === 'snooze' ? (
        <SnoozeSheet onChoose={(until) => react('snoozed', until)} onClose={close} />
      ) : null}
    </>
  )
}

interface StageProps {
  readonly state: TipState
  readonly react: (reaction: Reaction) => void
  readonly onMenu: () => void
}

/** The one thing on the screen. */
function Stage({ state, react, onMenu }: StageProps): ReactNode {
  const { view, look } = state
  if (view.kind === 'loading') return <h1 className="hidden">{m.loading}</h1>
  if (view.kind === 'waiting') return <h1 className="quiet">{m.tip.waiting}</h1>
  if (view.kind === 'empty')
    return (
      <div className="tip">
        <h1 className="quiet">{m.tip.empty}</h1>
        <p className="soft">{m.tip.emptyNext}</p>
        <Link to="/connect" className="button">
          {m.tip.emptyDo}
        </Link>
      </div>
    )
  if (view.kind === 'trouble')
    return (
      <div className="tip">
        <h1 className="hidden">{m.tip.title}</h1>
        <TroubleNote trouble={view.trouble} />
        <button type="button" className="button" onClick={look}>
          {m.again}
        </button>
      </div>
    )
  if (view.kind === 'leaving')
    return (
      <>
        <h1 className="hidden">{m.tip.title}</h1>
        <LeavingTip shown={view.shown} />
      </>
    )
  if (view.kind !== 'tip') return null
  const isTodo = view.shown.tip.kind === 'todo'
  return (
    <TipCard
      shown={view.shown}
      isStale={view.isStale}
      onTap={() => react(isTodo ? 'done' : 'acknowledged')}
      onHold={() => (isTodo ? onMenu() : react('saved'))}
      onMenu={onMenu}
    />
  )
}
