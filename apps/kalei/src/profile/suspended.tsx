import { useRouter } from 'expo-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { FormTrouble } from '../auth/auth-page.tsx'
import { useForm } from '../auth/use-form.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { useSession } from '../session/session.tsx'
import { space } from '../theme/tokens.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Words } from '../ui/text.tsx'
import { type Owned, OwnedOrganizations, ownedOf, receiptKey } from './delete-account.tsx'
import { Export } from './export.tsx'

function Erase(): ReactNode {
  const { m } = useI18n()
  const { api, storage } = useServices()
  const { reload } = useSession()
  const router = useRouter()
  const [owned, setOwned] = useState<Owned[]>()
  const { values, set, busy, trouble, run } = useForm({ sure: false, close: false })
  const submit = (): void =>
    void run(async () => {
      try {
        const receipt = await api.identity.deleteMe(values.close ? { close_organizations: true } : {})
        await storage.write(receiptKey(receipt.receipt_id), receipt.receipt_token)
        router.replace(`/receipt/${receipt.receipt_id}`)
        await reload()
      } catch (error) {
        const list = ownedOf(error)
        if (list === undefined) throw error
        setOwned(list)
      }
    })
  return (
    <View style={{ gap: space(4) }}>
      <FormTrouble trouble={trouble} />
      {owned ? (
        <OwnedOrganizations owned={owned} on={values.close} onChange={(on) => set('close', on)} />
      ) : null}
      <Check label={m.you.deleteTyped} on={values.sure} onChange={(on) => set('sure', on)} />
      <Button
        kind="danger"
        label={m.you.deleteDo}
        busy={busy && m.you.deleting}
        disabled={!values.sure}
        onPress={submit}
      />
    </View>
  )
}

/** All that is open to somebody whose account is suspended: take everything along, or delete it. */
export function Suspended(): ReactNode {
  const { m } = useI18n()
  const { signOut } = useSession()
  return (
    <Page title={m.suspended.title} lead={<Words>{m.suspended.lead}</Words>} width={440}>
      <Section title={m.you.export}>
        <Export />
      </Section>
      <Section title={m.you.deleteTitle}>
        <Words tone="inkSoft">{m.you.deleteLead}</Words>
        <Erase />
      </Section>
      <View style={{ alignItems: 'flex-start' }}>
        <Button kind="text" label={m.auth.signOut} onPress={() => void signOut()} />
      </View>
    </Page>
  )
}
