import { ProblemError } from '@triptych/kernel'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { useSession } from '../session/session.tsx'
import { space } from '../theme/tokens.ts'
import { Button, TextLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { AuthPage, FormTrouble } from './auth-page.tsx'
import { ForSignedOut } from './for-signed-out.tsx'
import { GoogleButton } from './google-button.tsx'
import { useForm } from './use-form.ts'

function SignInForm(): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const { reload } = useSession()
  const { values, set, busy, trouble, run } = useForm({ email: '', password: '' })
  const signIn = async (): Promise<void> => {
    try {
      await api.identity.login({ ...values, email: values.email.trim(), session: 'cookie' })
    } catch (error) {
      // They are known now, and shown what stays open to them.
      if (!(error instanceof ProblemError && error.code === 'identity.suspended')) throw error
    }
  }
  const submit = (): void =>
    void run(async () => {
      await signIn()
      await reload()
    })
  return (
    <AuthPage title={m.auth.signInTitle}>
      <FormTrouble trouble={trouble} known={{ signed_out: m.auth.wrong }} />
      <Field
        label={m.auth.email}
        value={values.email}
        onChange={(email) => set('email', email)}
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
      />
      <Field
        label={m.auth.password}
        value={values.password}
        onChange={(password) => set('password', password)}
        autoComplete="current-password"
        secret={m.auth}
        onSubmitEditing={submit}
      />
      <Button label={m.auth.signIn} busy={busy && m.auth.signingIn} onPress={submit} />
      <GoogleButton />
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', columnGap: space(6), rowGap: space(2) }}>
        <TextLink size="small" href="/forgot-password" label={m.auth.forgot} />
        <TextLink size="small" href="/welcome" label={m.auth.noAccount} />
      </View>
    </AuthPage>
  )
}

export function SignIn(): ReactNode {
  return (
    <ForSignedOut>
      <SignInForm />
    </ForSignedOut>
  )
}
