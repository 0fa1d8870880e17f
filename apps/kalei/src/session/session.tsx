import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { passes, troubleOf } from '../api/trouble.ts'
import type { Me } from '../api/wire.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { chooseLanguage } from '../i18n/languages.ts'
import { flushConsents } from './consents.ts'
import { useServices } from './services.tsx'

export type SessionState =
  | { status: 'loading' }
  | { status: 'out' }
  /** Somebody whose account is suspended: export and deletion are open to them. */
  | { status: 'suspended' }
  /** `me` is what the device remembers while the server cannot be reached. */
  | { status: 'in'; me: Me }

export interface Session {
  state: SessionState
  /** Asks the server who is signed in. */
  reload: () => Promise<void>
  signOut: () => Promise<void>
}

const SessionContext = createContext<Session | undefined>(undefined)
const rememberedKey = 'me'

function useApplyProfile(state: SessionState): void {
  const { setLanguage, setTimeZone } = useI18n()
  const profile = state.status === 'in' ? state.me.profile : undefined
  const locale = profile?.locale
  const zone = profile?.time_zone
  useEffect(() => {
    if (locale) setLanguage(chooseLanguage([locale]))
    setTimeZone(zone ?? undefined)
    // The setters are new with every language; only the profile may set it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [locale, zone])
}

export function SessionProvider(props: { children: ReactNode }): ReactNode {
  const services = useServices()
  const cache = useQueryClient()
  const [state, setState] = useState<SessionState>({ status: 'loading' })
  const { api, storage } = services

  const leave = useCallback(async () => {
    await storage.remove(rememberedKey)
    cache.clear()
    setState({ status: 'out' })
  }, [cache, storage])

  const reload = useCallback(async () => {
    try {
      const me = await api.identity.getMe({})
      await storage.write(rememberedKey, me)
      await flushConsents(api, storage)
      setState({ status: 'in', me })
    } catch (error) {
      const trouble = troubleOf(error)
      const remembered = await storage.read<Me>(rememberedKey)
      if (trouble.kind === 'refused' && trouble.code === 'identity.restricted') {
        setState({ status: 'suspended' })
        return
      }
      const away = passes(trouble) && trouble.kind !== 'signed_out'
      if (away && remembered !== undefined) setState({ status: 'in', me: remembered })
      else await leave()
    }
  }, [api, storage, leave])

  const signOut = useCallback(async () => {
    await api.identity.logout({}).catch(() => undefined)
    await leave()
  }, [api, leave])

  useEffect(() => {
    services.whenSignedOut(() => void leave())
    void reload()
  }, [services, leave, reload])
  useApplyProfile(state)

  const value = useMemo(() => ({ state, reload, signOut }), [state, reload, signOut])
  return <SessionContext.Provider value={value}>{props.children}</SessionContext.Provider>
}

export function useSession(): Session {
  const value = useContext(SessionContext)
  if (value === undefined) throw new Error('useSession needs a SessionProvider above it.')
  return value
}

/** The person signed in. Only for screens behind the sign-in. */
export function useMe(): Me {
  const { state } = useSession()
  if (state.status !== 'in') throw new Error('useMe needs someone signed in.')
  return state.me
}
