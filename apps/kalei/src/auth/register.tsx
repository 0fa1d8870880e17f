import { useRouter } from 'expo-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import type { Trouble } from '../api/trouble.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { keepConsents } from '../session/consents.ts'
import { useServices } from '../session/services.tsx'
import { useIntroduce } from '../session/use-introduce.ts'
import { space } from '../theme/tokens.ts'
import { Button, TextLink } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Words } from '../ui/text.tsx'
import { modelChoiceKey } from '../welcome/welcome.tsx'
import { AuthPage, FormTrouble } from './auth-page.tsx'
import { GoogleButton } from './google-button.tsx'
import { useForm } from './use-form.ts'
import type { Form } from './use-form.ts'

const empty = { full_name: '', email: '', password: '', adult: false, terms: false }
type Values = typeof empty

const fieldsOf = (trouble: Trouble | undefined): Readonly<Record<string, string>> =>
  trouble?.kind === 'invalid' ? trouble.fields : {}

function Fields(props: { form: Form<Values>; submit: () => void }): ReactNode {
  const { m } = useI18n()
  const { values, set, trouble } = props.form
  const wrong = fieldsOf(trouble)
  return (
    <>
      <Field
        label={m.auth.name}
        value={values.full_name}
        onChange={(name) => set('full_name', name)}
        autoComplete="given-name"
        error={wrong['full_name'] && m.auth.missing}
      />
      <Field
        label={m.auth.email}
        value={values.email}
        onChange={(email) => set('email', email)}
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        error={wrong['email'] && m.auth.invalidEmail}
      />
      <Field
        label={m.auth.password}
        value={values.password}
        onChange={(password) => set('password', password)}
        autoComplete="new-password"
        secret={m.auth}
        hint={m.auth.passwordHint}
        error={wrong['password'] && m.auth.passwordHint}
        onSubmitEditing={props.submit}
      />
      <View>
        <Check label={m.auth.adult} on={values.adult} onChange={(on) => set('adult', on)} />
        <Check label={m.auth.terms} on={values.terms} onChange={(on) => set('terms', on)} />
        <View style={{ flexDirection: 'row', gap: space(5), paddingLeft: 36 }}>
          <TextLink size="small" href="/terms" label={m.auth.readTerms} />
          <TextLink size="small" href="/privacy" label={m.auth.readPrivacy} />
        </View>
      </View>
    </>
  )
}

function useRegister(form: Form<Values>, onMail: () => void): () => Promise<void> {
  const { api, storage } = useServices()
  const introduce = useIntroduce()
  const router = useRouter()
  const { adult, terms, ...account } = form.values
  return async () => {
    const model = (await storage.read<boolean>(modelChoiceKey)) === true
    await keepConsents(storage, { adult, terms, model })
    const answer = await api.identity.register({
      ...account,
      email: account.email.trim(),
      full_name: account.full_name.trim(),
      session: 'cookie',
    })
    if ('verification_required' in answer) {
      onMail()
      return
    }
    await introduce()
    router.replace('/mirror')
  }
}

export function Register(): ReactNode {
  const { m } = useI18n()
  const form = useForm(empty)
  const [mailed, setMailed] = useState(false)
  const [missing, setMissing] = useState(false)
  const register = useRegister(form, () => setMailed(true))
  const submit = (): void => {
    const ready = form.values.adult && form.values.terms
    setMissing(!ready)
    if (ready) void form.run(register)
  }
  if (mailed) {
    return (
      <AuthPage title={m.auth.checkMail}>
        <Words>{m.auth.checkMailText(form.values.email)}</Words>
        <TextLink href="/sign-in" label={m.auth.signIn} />
      </AuthPage>
    )
  }
  return (
    <AuthPage title={m.auth.registerTitle}>
      <FormTrouble
        trouble={form.trouble}
        known={{ 'identity.email_taken': m.auth.taken, 'identity.password_common': m.auth.weak }}
      />
      <Fields form={form} submit={submit} />
      {missing ? <Notice urgent>{m.auth.needBoth}</Notice> : null}
      <Button label={m.auth.register} busy={form.busy && m.auth.registering} onPress={submit} />
      <GoogleButton />
      <TextLink size="small" href="/sign-in" label={m.auth.haveAccount} />
    </AuthPage>
  )
}
