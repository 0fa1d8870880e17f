import { ProblemError } from '@triptych/kernel'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useGoogle } from '../auth/google-button.tsx'
import { useForm } from '../auth/use-form.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { useMe, useSession } from '../session/session.tsx'
import { space } from '../theme/tokens.ts'
import { Button, TextLink } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Words } from '../ui/text.tsx'
import { FormTrouble } from '../auth/auth-page.tsx'

/** Where the receipt's secret is kept, so that the page can be opened again for 30 days. */
export const receiptKey = (id: string): string => `receipt.${id}`

export interface Owned {
  id: string
  name: string
}

export function ownedOf(error: unknown): Owned[] | undefined {
  if (!(error instanceof ProblemError) || error.code !== 'identity.sole_owner') return undefined
  const list = error.problem?.['organizations']
  return Array.isArray(list) ? (list as Owned[]) : []
}

/** Organisations that nobody would own without the person, and whether to close them. */
export function OwnedOrganizations(props: {
  owned: readonly Owned[]
  on: boolean
  onChange: (on: boolean) => void
}): ReactNode {
  const { m } = useI18n()
  return (
    <Notice urgent>
      <Words>{m.you.soleOwner}</Words>
      <Words weight="600">{props.owned.map(({ name }) => name).join(', ')}</Words>
      <Check label={m.you.closeOrganizations} on={props.on} onChange={props.onChange} />
    </Notice>
  )
}

/** Proves who asks, then deletes; what was written on this device goes too. */
function useDelete() {
  const { api, storage } = useServices()
  const { reload } = useSession()
  const router = useRouter()
  const me = useMe()
  return async (password: string, closeOrganizations: boolean): Promise<void> => {
    if (password !== '') await api.identity.login({ email: me.email, password, session: 'cookie' })
    const receipt = await api.identity.deleteMe(closeOrganizations ? { close_organizations: true } : {})
    await storage.write(receiptKey(receipt.receipt_id), receipt.receipt_token)
    for (const prefix of [`draft.${me.id}.`, `text.${me.id}.`, `page.${me.id}.`]) {
      for (const key of await storage.keys(prefix)) await storage.remove(key)
    }
    router.replace(`/receipt/${receipt.receipt_id}`)
    await reload()
  }
}

export function DeleteAccount(): ReactNode {
  const { m } = useI18n()
  const form = useForm({ password: '', sure: false, close: false })
  const google = useGoogle('/kalei/you/delete')
  const erase = useDelete()
  const [owned, setOwned] = useState<Owned[]>()
  const { values, set, busy, trouble, run } = form
  const submit = (): void =>
    void run(async () => {
      try {
        await erase(values.password, values.close)
      } catch (error) {
        const list = ownedOf(error)
        if (list === undefined) throw error
        setOwned(list)
      }
    })
  const wrong = trouble?.kind === 'signed_out'
  const again = trouble?.kind === 'refused' && trouble.code === 'identity.reauth_required'
  return (
    <Page title={m.you.deleteTitle} lead={<Words>{m.you.deleteLead}</Words>}>
      <View style={{ gap: space(5), maxWidth: 440 }}>
        {again ? (
          <Notice urgent actions={<Button kind="quiet" label={m.you.deleteGoogleDo} onPress={google} />}>
            {`${m.you.deleteAgain} ${m.you.deleteGoogle}`}
          </Notice>
        ) : (
          <FormTrouble trouble={wrong ? undefined : trouble} />
        )}
        {owned ? (
          <OwnedOrganizations owned={owned} on={values.close} onChange={(on) => set('close', on)} />
        ) : null}
        <Field
          label={m.auth.password}
          hint={m.you.deleteAgain}
          error={wrong ? m.auth.wrongPassword : undefined}
          value={values.password}
          onChange={(password) => set('password', password)}
          autoComplete="current-password"
          secret={m.auth}
        />
        <Check label={m.you.deleteTyped} on={values.sure} onChange={(on) => set('sure', on)} />
        <Button
          kind="danger"
          label={m.you.deleteDo}
          busy={busy && m.you.deleting}
          disabled={!values.sure}
          onPress={submit}
        />
        <TextLink href="/you" label={m.common.back} />
      </View>
    </Page>
  )
}
