import { type ReactNode, useEffect, useState } from 'react'
import { api, type Connector } from '../api/api.ts'
import { m } from '../i18n/i18n.ts'
import { Link } from '../ui/page.tsx'

/** Without it, tasks would stay away and nobody would know why. */
export function ReconnectLink(): ReactNode {
  const [ended, setEnded] = useState<Connector>()
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const { items } = await api.integrations.listConnectors({})
      setEnded(items.find(({ status }) => status === 'needs_reconnect'))
    }
    void ask().catch(() => undefined)
  }, [])
  if (ended === undefined) return null
  return (
    <Link to="/connect" className="small stale">
      {m.connect.again(ended.name)}
    </Link>
  )
}
