import { createLocks, createRefreshingFetch } from '@triptych/kernel'
import { createContext, useContext, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { Platform } from 'react-native'
import { createApi } from '../api/client.ts'
import type { Api } from '../api/client.ts'
import { deviceStorage } from '../device/storage.ts'
import type { DeviceStorage } from '../device/storage.ts'

export interface Services {
  api: Api
  storage: DeviceStorage
  locks: ReturnType<typeof createLocks>
  /** Same origin on the web; iOS and Android name their server when they are built. */
  baseUrl: string
  fetch: typeof fetch
  /** Called when the session can not be renewed any more. */
  whenSignedOut: (listener: () => void) => void
}

const ServicesContext = createContext<Services | undefined>(undefined)

function createServices(onSignedOut: { current: () => void }): Services {
  const locks = createLocks()
  const baseUrl = Platform.OS === 'web' ? '' : (process.env['EXPO_PUBLIC_API_URL'] ?? '')
  const fetchWithSession = createRefreshingFetch({
    fetch: (...call) => fetch(...call),
    locks,
    baseUrl,
    onSignedOut: () => onSignedOut.current(),
  })
  return {
    api: createApi({ baseUrl, fetch: fetchWithSession }),
    storage: deviceStorage,
    locks,
    baseUrl,
    fetch: fetchWithSession,
    whenSignedOut: (listener) => {
      onSignedOut.current = listener
    },
  }
}

export function ServicesProvider(props: { children: ReactNode }): ReactNode {
  const onSignedOut = useRef(() => undefined as void)
  const services = useMemo(() => createServices(onSignedOut), [])
  return <ServicesContext.Provider value={services}>{props.children}</ServicesContext.Provider>
}

export function useServices(): Services {
  const value = useContext(ServicesContext)
  if (value === undefined) throw new Error('useServices needs a ServicesProvider above it.')
  return value
}
