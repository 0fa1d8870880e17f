import { useLocalSearchParams } from 'expo-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Trouble } from '../api/trouble.ts'
import type { Catalogue } from '../i18n/en.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { useSession } from '../session/session.tsx'
import { Button, ButtonLink, TextLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Words } from '../ui/text.tsx'
import { AuthPage, FormTrouble } from './auth-page.tsx'
import { useForm } from './use-form.ts'

function useToken(): string {
  const { token } = useLocalSearchParams<{ token?: string }>()
  return token ?? ''
}

/** How a link that no longer holds is refused. */
const brokenLink = ({ auth }: Catalogue) => ({
  gone: auth.linkBroken,
  'identity.token_invalid': auth.linkBroken,
})

const isBroken = (trouble: Trouble | undefined): boolean =>
  trouble?.kind === 'gone' || (trouble?.kind === 'invalid' && trouble.code === 'identity.token_invalid')

export function ForgotPassword(): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const { values, set, busy, trouble, run } = useForm({ email: '' })
  const [sent, setSent] = useState(false)
  const submit = (): void =>
    void run(async () => {
      await api.identity.forgotPassword({ email: values.email.trim(), return_to: '/kalei/sign-in' })
      setSent(true)
    })
  if (sent) {
    return (
      <AuthPage title={m.auth.checkMail}>
        <Words>{m.auth.checkMailText(values.email)}</Words>
        <TextLink href="/sign-in" label={m.auth.signIn} />
      </AuthPage>
    )
  }
  return (
    <AuthPage title={m.auth.forgotTitle} lead={<Words tone="inkSoft">{m.auth.forgotText}</Words>}>
      <FormTrouble trouble={trouble} />
      <Field
        label={m.auth.email}
        value={values.email}
        onChange={(email) => set('email', email)}
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        onSubmitEditing={submit}
      />
      <Button label={m.auth.sendLink} busy={busy && m.common.loading} onPress={submit} />
      <TextLink size="small" href="/sign-in" label={m.auth.signIn} />
    </AuthPage>
  )
}

export function ResetPassword(): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const token = useToken()
  const { values, set, busy, trouble, run } = useForm({ password: '' })
  const [done, setDone] = useState(false)
  const submit = (): void =>
    void run(async () => {
      await api.identity.resetPassword({ token, password: values.password })
      setDone(true)
    })
  const wrong = trouble?.kind === 'invalid' ? trouble.fields['password'] : undefined
  const broken = token === '' || isBroken(trouble)
  return (
    <AuthPage title={m.auth.resetTitle}>
      {done ? (
        <>
          <Notice>{m.auth.resetDone}</Notice>
          <ButtonLink href="/sign-in" label={m.auth.signIn} />
        </>
      ) : broken ? (
        <>
          <Notice urgent>{m.auth.linkBroken}</Notice>
          <ButtonLink href="/forgot-password" label={m.auth.askAgain} />
        </>
      ) : (
        <>
          <FormTrouble
            trouble={wrong ? undefined : trouble}
            known={{ 'identity.password_common': m.auth.weak }}
          />
          <Field
            label={m.auth.newPassword}
            value={values.password}
            onChange={(password) => set('password', password)}
            autoComplete="new-password"
            secret={m.auth}
            hint={m.auth.passwordHint}
            error={wrong && m.auth.passwordHint}
            onSubmitEditing={submit}
          />
          <Button label={m.auth.resetDo} busy={busy && m.common.loading} onPress={submit} />
        </>
      )}
    </AuthPage>
  )
}

/** Mail scanners open links, so the link only leads here: the button is what verifies. */
export function VerifyEmail(): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const { reload } = useSession()
  const token = useToken()
  const { busy, trouble, run } = useForm({})
  const [done, setDone] = useState(false)
  const submit = (): void =>
    void run(async () => {
      await api.identity.verifyEmail({ token })
      setDone(true)
      await reload()
    })
  return (
    <AuthPage title={m.auth.verifyTitle}>
      {done ? (
        <>
          <Notice>{m.auth.verified}</Notice>
          <ButtonLink href="/" label={m.auth.toKalei} />
        </>
      ) : (
        <>
          <Words>{m.auth.verifyText}</Words>
          <FormTrouble trouble={trouble} known={brokenLink(m)} />
          {isBroken(trouble) ? <TextLink href="/you" label={m.auth.askAgain} /> : null}
          <Button label={m.auth.verifyDo} busy={busy && m.common.loading} onPress={submit} />
        </>
      )}
    </AuthPage>
  )
}
