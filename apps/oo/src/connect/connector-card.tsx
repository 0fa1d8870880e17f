import { ProblemError } from '@triptych/kernel'
import { type ReactNode, useState } from 'react'
import { api, type Connector } from '../api/api.ts'
import { format, m } from '../i18n/i18n.ts'
import { TroubleNote } from '../ui/trouble.tsx'
import { useTask } from '../ui/use-task.ts'
import { Consent } from './consent.tsx'

interface CardProps {
  readonly connector: Connector
  readonly onChange: (changed: Connector, words: string) => void
  /** It stands otherwise than this page knows. */
  readonly onConflict: () => Promise<void>
}

/** `isSecond`: this is not the next step. */
type ConnectorCardProps = CardProps & { readonly isSecond: boolean }

/** How the last disconnection went, as far as it is known. */
function revocationOf({ status, disconnection }: Connector): string {
  if (status !== 'disconnected' || disconnection === null) return ''
  if (disconnection.state === 'pending') return m.connect.pending(format.moment(disconnection.ends_at))
  return m.connect[disconnection.state]
}

export function ConnectorCard({ isSecond, ...card }: ConnectorCardProps): ReactNode {
  const [isAsking, setAsking] = useState(false)
  const { connector, onChange } = card
  const { name, provider, status, problem } = connector
  const revocation = revocationOf(connector)
  const description = m.connect.words[provider]?.description ?? connector.description
  const begin = status === 'needs_reconnect' ? m.connect.again(name) : m.connect.begin(name)
  return (
    <section className="card" aria-labelledby={`connector-${provider}`}>
      <div className="row spread">
        <h2 id={`connector-${provider}`}>{name}</h2>
        <p className="small state" data-status={status}>
          {m.connect[status]}
        </p>
      </div>
      {isAsking ? (
        <Consent connector={connector} onChange={onChange} onClose={() => setAsking(false)} />
      ) : (
        <>
          <p className="soft">{description}</p>
          {revocation === '' ? null : <p className="small soft">{revocation}</p>}
          {problem === null ? null : <p className="note">{problem.message}</p>}
          {status === 'disconnected' ? null : <Connected {...card} />}
          {status === 'connected' ? null : (
            <button
              type="button"
              className={isSecond ? 'quiet-button' : 'button'}
              onClick={() => setAsking(true)}
            >
              {begin}
            </button>
          )}
        </>
      )}
    </section>
  )
}

/** What can be done with a connection that stands. */
function Connected({ connector, onChange, onConflict }: CardProps): ReactNode {
  const { busy, trouble, run } = useTask()
  const attempt = (work: () => Promise<void>): void =>
    run(() =>
      work().catch((error: unknown) => {
        if (!(error instanceof ProblemError) || error.status !== 409) throw error
        return onConflict()
      }),
    )
  const { name, provider, last_sync_at: syncedAt, status } = connector
  const read = syncedAt === null ? m.connect.never : m.connect.lastSync(format.moment(syncedAt))
  return (
    <>
      <p className="small soft">{read}</p>
      <TroubleNote trouble={trouble} />
      <div className="row">
        {status === 'connected' ? (
          <button
            type="button"
            className="quiet-button"
            disabled={busy}
            onClick={() => attempt(async () => onChange(await api.integrations.sync({ provider }), ''))}
          >
            {m.connect.sync}
          </button>
        ) : null}
        <button
          type="button"
          className="quiet-button"
          disabled={busy}
          onClick={() =>
            attempt(async () =>
              onChange(await api.integrations.disconnect({ provider }), m.connect.gone(name)),
            )
          }
        >
          {m.connect.disconnect}
        </button>
      </div>
    </>
  )
}
