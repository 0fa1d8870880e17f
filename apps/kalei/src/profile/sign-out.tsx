import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useDrafts } from '../drafts/drafts.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { useSession } from '../session/session.tsx'
import { space } from '../theme/tokens.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** Signing out asks first when something on this device has not been sent. */
export function SignOut(): ReactNode {
  const { m } = useI18n()
  const { signOut } = useSession()
  const { drafts, discard } = useDrafts()
  const [asking, setAsking] = useState(false)
  const discardAll = async (): Promise<void> => {
    for (const draft of drafts) await discard(draft.clientId)
    await signOut()
  }
  return (
    <View style={{ gap: space(3), alignItems: 'flex-start' }}>
      {asking ? (
        <Notice
          urgent
          actions={
            <>
              <Button label={m.auth.signOutKeep} onPress={() => void signOut()} />
              <Button kind="danger" label={m.auth.signOutDiscard} onPress={() => void discardAll()} />
            </>
          }
        >
          {m.auth.signOutDrafts(drafts.length)}
        </Notice>
      ) : (
        <Button
          kind="quiet"
          label={m.auth.signOut}
          onPress={() => (drafts.length > 0 ? setAsking(true) : void signOut())}
        />
      )}
    </View>
  )
}
