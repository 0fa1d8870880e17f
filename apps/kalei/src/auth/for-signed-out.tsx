import { Redirect } from 'expo-router'
import type { ReactNode } from 'react'
import { useSession } from '../session/session.tsx'
import { LoadingPage } from '../ui/page.tsx'

/** A way in, for whoever is not in yet; everybody else goes on to their pages. */
export function ForSignedOut(props: { children: ReactNode }): ReactNode {
  const { state } = useSession()
  if (state.status === 'in') return <Redirect href="/mirror" />
  return state.status === 'loading' ? <LoadingPage /> : props.children
}
