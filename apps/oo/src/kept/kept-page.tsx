import { type ReactNode, useState } from 'react'
import type { Me, TipRecord } from '../api/api.ts'
import { tell } from '../device/parts.ts'
import { format, m } from '../i18n/i18n.ts'
import { Link, Page } from '../ui/page.tsx'
import { TroubleNote } from '../ui/trouble.tsx'
import { type TipList, useTipList } from './use-tip-list.ts'

/** Advice that was saved, and whatever was put off and has not come back yet. */
export function KeptPage({ me }: { me: Me }): ReactNode {
  const saved = useTipList('saved', me.id)
  const snoozed = useTipList('snoozed', me.id)
  const failed = [saved, snoozed].filter(({ trouble }) => trouble !== undefined)
  const isEmpty = saved.items?.length === 0 && snoozed.items?.length === 0
  return (
    <Page title={m.kept.title}>
      <TroubleNote trouble={failed[0]?.trouble} />
      {failed.length === 0 ? null : (
        <button type="button" className="button" onClick={() => failed.forEach(({ more }) => more())}>
          {m.again}
        </button>
      )}
      <Tips list={saved} title={m.kept.saved}>
        {(tip) => <SavedTip tip={tip} owner={me.id} />}
      </Tips>
      <Tips list={snoozed} title={m.kept.snoozed}>
        {({ title, snoozed_until: until }) => (
          <>
            <p>{title}</p>
            {until === null ? null : <p className="small soft">{m.toast.snoozed(format.moment(until))}</p>}
          </>
        )}
      </Tips>
      {isEmpty ? <p className="soft">{m.kept.empty}</p> : null}
      <Link to="/" className={isEmpty ? 'button' : 'plain'}>
        {m.back}
      </Link>
    </Page>
  )
}

interface TipsProps {
  readonly list: TipList
  readonly title: string
  readonly children: (tip: TipRecord) => ReactNode
}

function Tips({ list: { items, hasMore, busy, trouble, more }, title, children }: TipsProps): ReactNode {
  if (items === undefined && trouble === undefined) return <div className="skeleton" aria-hidden="true" />
  if (items === undefined || items.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="rows">
        {items.map((tip) => (
          <li key={tip.id}>{children(tip)}</li>
        ))}
      </ul>
      {hasMore ? (
        <button type="button" className="plain" disabled={busy} onClick={more}>
          {m.kept.more}
        </button>
      ) : null}
    </section>
  )
}

/** Let go, it stays in sight until the page is left, so that it can be kept after all. */
function SavedTip({ tip, owner }: { tip: TipRecord; owner: string }): ReactNode {
  const [isKept, setKept] = useState(true)
  const { title, body, meta } = tip
  const way = isKept ? m.kept.letGo : m.menu.save
  const turn = (): void => {
    setKept(!isKept)
    void tell(owner, { tip_id: tip.id, reaction: isKept ? 'acknowledged' : 'saved' })
  }
  return (
    <>
      <div className={isKept ? undefined : 'faint'}>
        <p>{title}</p>
        <p className="small soft">{body}</p>
      </div>
      <div role="status" className="hidden">
        {isKept ? null : m.kept.gone}
      </div>
      <div className="row spread small">
        {meta.attribution === null ? null : (
          <a className="faint" href={meta.attribution.url} target="_blank" rel="noreferrer">
            {m.menu.source(meta.attribution.title)}
          </a>
        )}
        <button type="button" className="text-button" aria-label={`${way}: ${title}`} onClick={turn}>
          {way}
        </button>
      </div>
    </>
  )
}
