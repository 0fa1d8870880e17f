import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SeatMap } from '../../api/api.ts'
import { api } from '../../api/api.ts'
import { chosenOrganization } from '../../session/organization.ts'

const againMs = 3_000

/** The seats of a licence as the server says them whenever one changes; and whether it can say so now. */
export function useLiveSeats(license: string): {
  readonly map: SeatMap | undefined
  readonly isLive: boolean
} {
  const client = useQueryClient()
  const [map, setMap] = useState<SeatMap>()
  const [isLive, setLive] = useState(false)
  useEffect(() => {
    const ended = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const open = (): void => {
      const socket = new WebSocket(addressOf(license))
      const close = (): void => socket.close()
      ended.signal.addEventListener('abort', close)
      socket.addEventListener('open', () => setLive(true))
      socket.addEventListener('message', ({ data }) => {
        setMap(JSON.parse(data as string) as SeatMap)
        for (const queryKey of [
          ['sessions', license],
          ['machines', license],
          ['licenses'],
          ['subscriptions'],
        ])
          void client.invalidateQueries({ queryKey })
      })
      socket.addEventListener('close', () => {
        ended.signal.removeEventListener('abort', close)
        if (ended.signal.aborted) return
        setLive(false)
        timer = setTimeout(() => void again(), againMs)
      })
    }
    /** A call renews a sign-in that ran out, which a socket cannot. */
    const again = async (): Promise<void> => {
      await api.licensing.getSeats({ id: license }).then(setMap, () => undefined)
      if (!ended.signal.aborted) open()
    }
    open()
    return () => {
      clearTimeout(timer)
      ended.abort()
    }
  }, [client, license])
  return { map, isLive }
}

/** A browser's socket takes no headers of ours, so the organisation stands in the address. */
function addressOf(license: string): string {
  const url = new URL(`/api/v1/licenses/${license}/seats`, location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  url.searchParams.set('organization_id', chosenOrganization() ?? '')
  return url.href
}
