import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import type { Trouble } from '../api/trouble.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { type Allowed, keepConsents } from '../session/consents.ts'
import { useServices } from '../session/services.tsx'
import { useIntroduce } from '../session/use-introduce.ts'
import { Button, TextLink } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Words } from '../ui/text.tsx'
import { ReadDocuments } from '../welcome/read-documents.tsx'
import { modelChoiceKey } from '../welcome/welcome.tsx'
import { AuthPage, FormTrouble } from './auth-page.tsx'
import { ForSignedOut } from './for-signed-out.tsx'
import { GoogleButton } from './google-button.tsx'
import { useForm } from './use-form.ts'
import type { Form } from './use-form.ts'

const empty = { full_name: '', email: '', password: '', adult: false, terms: false }
type Values = typeof empty

const fieldsOf = (trouble: Trouble | undefined): Readonly<Record<string, string>> =>
  trouble?.kind === 'invalid' ? trouble.fields : {}

/** What has to be filled in or ticked before the form can be sent. */
const isMissing = (values: Values, name: keyof Values): boolean => {
  const value = values[name]
  return typeof value === 'string' ? value.trim() === '' : !value
}

/** `tried`: the person meant to send the form, so what is missing is named. */
function Fields(props: { form: Form<Values>; tried: boolean; submit: () => void }): ReactNode {
  const { m } = useI18n()
  const { values, set, trouble } = props.form
  const refused = fieldsOf(trouble)
  const errorOf = (name: 'full_name' | 'email' | 'password', wrong: string): string | undefined => {
    if (props.tried && isMissing(values, name)) return m.auth.missing
    return refused[name] === undefined ? undefined : wrong
  }
  return (
    <>
      <Field
        label={m.auth.name}
        value={values.full_name}
        onChange={(name) => set('full_name', name)}
        autoComplete="given-name"
        error={errorOf('full_name', m.auth.missing)}
      />
      <Field
        label={m.auth.email}
        value={values.email}
        onChange={(email) => set('email', email)}
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        error={errorOf('email', m.auth.invalidEmail)}
      />
      <Field
        label={m.auth.password}
        value={values.password}
        onChange={(password) => set('password', password)}
        autoComplete="new-password"
        secret={m.auth}
        hint={m.auth.passwordHint}
        error={errorOf('password', m.auth.passwordHint)}
        onSubmitEditing={props.submit}
      />
      <View>
        <Check
          label={m.auth.adult}
          on={values.adult}
          wrong={props.tried && isMissing(values, 'adult')}
          onChange={(on) => set('adult', on)}
        />
        <Check
          label={m.auth.terms}
          on={values.terms}
          wrong={props.tried && isMissing(values, 'terms')}
          onChange={(on) => set('terms', on)}
        />
        <ReadDocuments />
      </View>
    </>
  )
}

function useRegister(form: Form<Values>, onMail: () => void): () => Promise<void> {
  const { api, storage } = useServices()
  const introduce = useIntroduce()
  const { language } = useI18n()
  const { adult, terms, ...account } = form.values
  return async () => {
    const models = (await storage.read<readonly Allowed[]>(modelChoiceKey)) ?? []
    await keepConsents(storage, { adult, terms, models })
    const answer = await api.identity.register({
      ...account,
      email: account.email.trim(),
      full_name: account.full_name.trim(),
      locale: language,
      return_to: '/kalei/',
      session: 'cookie',
    })
    if ('verification_required' in answer) {
      onMail()
      return
    }
    await introduce()
  }
}

function RegisterForm(): ReactNode {
  const { m } = useI18n()
  const form = useForm(empty)
  const [mailed, setMailed] = useState(false)
  const [tried, setTried] = useState(false)
  const register = useRegister(form, () => setMailed(true))
  const names: Readonly<Record<keyof Values, string>> = {
    full_name: m.auth.shortName,
    email: m.auth.email,
    password: m.auth.password,
    adult: m.auth.age,
    terms: m.auth.readTerms,
  }
  const missing = (Object.keys(names) as (keyof Values)[]).filter((name) => isMissing(form.values, name))
  const submit = (): void => {
    setTried(true)
    if (missing.length === 0) void form.run(register)
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
      <Fields form={form} tried={tried} submit={submit} />
      {tried && missing.length > 0 ? (
        <Notice urgent>{m.auth.stillMissing(missing.map((name) => names[name]).join(', '))}</Notice>
      ) : null}
      <Button label={m.auth.register} busy={form.busy && m.auth.registering} onPress={submit} />
      <GoogleButton />
      <TextLink size="small" href="/sign-in" label={m.auth.haveAccount} />
    </AuthPage>
  )
}

export function Register(): ReactNode {
  return (
    <ForSignedOut>
      <RegisterForm />
    </ForSignedOut>
  )
}
