import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, type Me, onSignedOut } from '../api/api.ts'
import { keptFresh } from '../api/fresh.ts'
import { isSignedOut } from '../api/trouble.ts'
import { meKey, ofPages } from './belonging.ts'

async function askWho(): Promise<Me | null> {
  try {
    return await api.identity.getMe({})
  } catch (error) {
    if (isSignedOut(error)) return null
    throw error
  }
}

/** Who is signed in: undefined while it is asked, null when nobody is. Asks on until the address is verified, elsewhere. */
export function useMe() {
  const client = useQueryClient()
  useEffect(() => onSignedOut(() => client.setQueryData(meKey, null)), [client])
  return useQuery({
    queryKey: meKey,
    queryFn: askWho,
    staleTime: Infinity,
    refetchInterval: ({ state }) => isUnverified(state.data) && keptFresh.refetchInterval,
    refetchOnWindowFocus: ({ state }) => isUnverified(state.data) && keptFresh.refetchOnWindowFocus,
  })
}

const isUnverified = (me: Me | null | undefined): boolean => me?.email_verified === false

/** Forgets what was shown to whoever was here before, and asks anew. */
export function useComeAndGo() {
  const client = useQueryClient()
  const forgetPages = (): void => client.removeQueries(ofPages)
  return {
    signedIn: () => client.invalidateQueries({ queryKey: meKey }),
    /** After joining or leaving a company: where they belong now, and nothing of what was shown before. */
    moved: async (): Promise<void> => {
      await client.invalidateQueries({ queryKey: meKey })
      forgetPages()
    },
    signOut: async (): Promise<void> => {
      await api.identity.logout({}).catch(() => undefined)
      client.setQueryData(meKey, null)
      forgetPages()
    },
  }
}
