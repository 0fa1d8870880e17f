import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { api, type Connector } from '../api/api.ts'
import { type Trouble, troubleOf } from '../api/trouble.ts'
import { m } from '../i18n/i18n.ts'
import { dropTip } from '../tip/kept-tip.ts'
import { Link, Page } from '../ui/page.tsx'
import { TroubleNote } from '../ui/trouble.tsx'
import { ConnectorCard } from './connector-card.tsx'

interface Arrival {
  readonly connected: string | null
  readonly problem: string | null
}

/** What the provider's redirect said; read once, so that a reload does not say it again. */
function readArrival(): Arrival {
  const query = new URLSearchParams(location.search)
  return { connected: query.get('connected'), problem: query.get('problem') }
}

const readingMs = 1_500
const isBeingRead = ({ status, last_sync_at: readAt, problem }: Connector): boolean =>
  status === 'connected' && readAt === null && problem === null

function useConnectors() {
  const [items, setItems] = useState<readonly Connector[]>()
  const [trouble, setTrouble] = useState<Trouble>()
  const load = useCallback(async () => {
    try {
      setItems((await api.integrations.listConnectors({})).items)
      setTrouble(undefined)
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }, [])
  useEffect(() => void load(), [load])
  const isReading = items?.some(isBeingRead) ?? false
  useEffect(() => {
    if (!isReading) return undefined
    const timer = setTimeout(() => void load(), readingMs)
    return () => clearTimeout(timer)
  }, [isReading, items, load])
  const replace = (changed: Connector): void =>
    setItems((all) => all?.map((one) => (one.provider === changed.provider ? changed : one)))
  return { items, trouble, load, replace }
}

export function ConnectPage(): ReactNode {
  const { items, trouble, load, replace } = useConnectors()
  const [arrival] = useState(readArrival)
  const [said, setSaid] = useState('')
  useEffect(() => {
    history.replaceState(null, '', location.pathname)
    // The tip that was there was chosen without what is connected now.
    if (arrival.connected !== null) void dropTip()
  }, [arrival])
  const arrived = items?.find(
    ({ provider, status }) => provider === arrival.connected && status === 'connected',
  )
  const welcome = arrived === undefined ? '' : m.connect.welcome(arrived.name)
  const isAny = items?.some(({ status }) => status === 'connected') ?? false
  const onChange = (changed: Connector, words: string): void => {
    replace(changed)
    void dropTip()
    setSaid(words)
  }
  return (
    <Page title={m.connect.title}>
      <p className="soft">{m.connect.lead}</p>
      <div role="status">{said || welcome ? <p className="note good">{said || welcome}</p> : null}</div>
      {arrival.problem === null ? null : (
        <p className="note" role="alert">
          {m.connect.problem}
        </p>
      )}
      <TroubleNote trouble={trouble} />
      {trouble === undefined ? null : (
        <button type="button" className="button" onClick={() => void load()}>
          {m.again}
        </button>
      )}
      {items === undefined && trouble === undefined ? <div className="skeleton" aria-hidden="true" /> : null}
      {items?.map((connector, index) => (
        <ConnectorCard
          key={connector.provider}
          connector={connector}
          isSecond={isAny || index > 0}
          onChange={onChange}
          onConflict={load}
        />
      ))}
      <Link to="/" className={isAny ? 'button' : 'plain'}>
        {isAny ? m.back : m.connect.later}
      </Link>
    </Page>
  )
}
