import { Redirect, Slot } from 'expo-router'
import type { ReactNode } from 'react'
import { DraftsProvider } from '../../src/drafts/drafts.tsx'
import { WaitingBar } from '../../src/drafts/waiting-bar.tsx'
import { useSession } from '../../src/session/session.tsx'
import { LoadingPage } from '../../src/ui/page.tsx'

/** Everything behind the sign-in. */
export default function SignedInLayout(): ReactNode {
  const { state } = useSession()
  if (state.status === 'out') return <Redirect href="/sign-in" />
  if (state.status !== 'in') return <LoadingPage />
  return (
    <DraftsProvider key={state.me.id} owner={state.me.id}>
      <WaitingBar />
      <Slot />
    </DraftsProvider>
  )
}
