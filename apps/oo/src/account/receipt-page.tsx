import { type ReactNode, useEffect, useState } from 'react'
import { api, type Receipt } from '../api/api.ts'
import { passes, type Trouble, troubleOf } from '../api/trouble.ts'
import { format, m } from '../i18n/i18n.ts'
import { Page } from '../ui/page.tsx'
import { TroubleNote } from '../ui/trouble.tsx'
import { receiptToken } from './receipts.ts'

const pollMs = 1_500
/** The receipt is written moments after the account is closed. */
const mostMisses = 8

type View = { readonly receipt?: Receipt; readonly trouble?: Trouble; readonly isGone?: boolean }

/** Asks again until every part has answered. */
function useReceipt(id: string): View {
  const [view, setView] = useState<View>({})
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    let misses = 0
    const ask = async (): Promise<boolean> => {
      const token = await receiptToken(id)
      if (token === undefined) {
        setView({ isGone: true })
        return false
      }
      try {
        const receipt = await api.privacy.getReceipt({ id, token })
        setView({ receipt })
        return receipt.status === 'pending'
      } catch (error) {
        misses += 1
        const trouble = troubleOf(error)
        if (misses < mostMisses) return true
        setView(passes(trouble) ? { trouble } : { isGone: true })
        return false
      }
    }
    const follow = async (): Promise<void> => {
      if ((await ask()) && !isOver) timer = setTimeout(() => void follow(), pollMs)
    }
    void follow()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [id])
  return view
}

function ServiceRow({ service }: { service: Receipt['services'][number] }): ReactNode {
  const { name, at, erased } = service
  const count = Object.values(erased).reduce((sum, each) => sum + each, 0)
  return (
    <li className="row spread">
      <span>{name}</span>
      <span className="small soft figures">
        {at === null ? m.receipt.waiting : `${m.receipt.erased(count)} · ${format.time(at)}`}
      </span>
    </li>
  )
}

export function ReceiptPage({ id }: { id: string }): ReactNode {
  const { receipt, trouble, isGone } = useReceipt(id)
  return (
    <Page title={m.receipt.title} home={false}>
      <TroubleNote trouble={trouble} />
      {isGone ? <p>{m.receipt.gone}</p> : null}
      <p role="status" className="lead">
        {isGone || trouble ? null : m.receipt[receipt?.status ?? 'pending']}
      </p>
      {receipt === undefined ? null : (
        <>
          <ul className="rows">
            {receipt.services.map((service) => (
              <ServiceRow key={service.name} service={service} />
            ))}
          </ul>
          <p className="soft">{m.receipt.backups(format.day(receipt.restorable_until))}</p>
        </>
      )}
      <p className="small soft">
        {m.receipt.number} {id}
      </p>
    </Page>
  )
}
