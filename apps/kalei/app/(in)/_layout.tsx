import { Redirect, Slot } from 'expo-router'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { DraftsProvider } from '../../src/drafts/drafts.tsx'
import { WaitingBar } from '../../src/drafts/waiting-bar.tsx'
import { useI18n } from '../../src/i18n/i18n.tsx'
import { useSession } from '../../src/session/session.tsx'
import { useConsents } from '../../src/session/use-consents.ts'
import { measure, space } from '../../src/theme/tokens.ts'
import { Skeleton } from '../../src/ui/notice.tsx'
import { Agree } from '../../src/welcome/agree.tsx'

/** Terms and privacy may be agreed to in another panel already; the age is asked here alone. */
const needed = ['age', 'terms', 'privacy']

/** Asks for what must be agreed to, once; an answer that cannot be had keeps nobody from their writing. */
function Agreed(): ReactNode {
  const { data } = useConsents()
  const given = data?.map(({ purpose }) => purpose)
  const missing = given !== undefined && !needed.every((purpose) => given.includes(purpose))
  return missing ? <Agree /> : <Slot />
}

/** Everything behind the sign-in. */
export default function SignedInLayout(): ReactNode {
  const { state } = useSession()
  const { m } = useI18n()
  if (state.status === 'out') return <Redirect href="/sign-in" />
  if (state.status !== 'in') {
    return (
      <View style={{ width: '100%', maxWidth: measure, alignSelf: 'center', padding: space(6) }}>
        <Skeleton label={m.common.loading} />
      </View>
    )
  }
  return (
    <DraftsProvider key={state.me.id} owner={state.me.id}>
      <WaitingBar />
      <Agreed />
    </DraftsProvider>
  )
}
