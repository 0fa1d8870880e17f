import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { api, type Me, onSignedOut } from '../api/api.ts'
import { passes, troubleOf } from '../api/trouble.ts'
import { kept, outboxTable } from '../device/store.ts'
import { deviceZone } from '../i18n/i18n.ts'
import { isAgreed } from './agreement.ts'

type State =
  | { readonly status: 'loading' | 'out' }
  /** `me` is what the device remembers while the server cannot be reached. */
  | { readonly status: 'in'; readonly me: Me; readonly hasAgreed: boolean }

interface Session {
  readonly state: State
  /** Asks the server who is signed in. */
  reload(): Promise<void>
  signOut(): Promise<void>
  /** Forgets the person on this device; `receipts` stay. */
  forget(): Promise<void>
}

const SessionContext = createContext<Session | undefined>(undefined)

/** Tells a new account the zone of the device, so that evenings are where the person is. */
async function introduce(me: Me): Promise<Me> {
  const zone = deviceZone()
  if (me.profile.time_zone !== 'UTC' || zone === 'UTC') return me
  return api.identity.updateProfile({ time_zone: zone }).catch(() => me)
}

async function whoIsHere(): Promise<State> {
  try {
    const me = await introduce(await api.identity.getMe({}))
    await kept.set('me', me)
    // An answer that cannot be had keeps nobody from their tip; the next visit asks again.
    return { status: 'in', me, hasAgreed: await isAgreed().catch(() => true) }
  } catch (error) {
    const trouble = troubleOf(error)
    const isAway = passes(trouble) && trouble.kind !== 'signed_out'
    const me = isAway ? await kept.get<Me>('me') : undefined
    return me === undefined ? { status: 'out' } : { status: 'in', me, hasAgreed: true }
  }
}

export function SessionProvider({ children }: { children: ReactNode }): ReactNode {
  const [state, setState] = useState<State>({ status: 'loading' })
  const forget = useCallback(async () => {
    await Promise.all([kept.remove('me'), kept.remove('tip'), outboxTable.clear()])
    setState({ status: 'out' })
  }, [])
  const reload = useCallback(async () => setState(await whoIsHere()), [])
  const signOut = useCallback(async () => {
    await api.identity.logout({})
    await forget()
  }, [forget])
  useEffect(() => {
    onSignedOut(() => setState({ status: 'out' }))
    void reload()
  }, [reload])
  const value = useMemo(() => ({ state, reload, signOut, forget }), [state, reload, signOut, forget])
  return <SessionContext value={value}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('useSession needs a SessionProvider above it.')
  return session
}
