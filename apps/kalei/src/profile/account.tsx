import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { troubleOf } from '../api/trouble.ts'
import { FormTrouble } from '../auth/auth-page.tsx'
import { useForm } from '../auth/use-form.ts'
import { newClientId } from '../device/new-id.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { useServices } from '../session/services.tsx'
import { useMe, useSession } from '../session/session.tsx'
import { space } from '../theme/tokens.ts'
import { Button, TextLink } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { TroubleNotice } from '../ui/trouble-notice.tsx'
import { Setting } from './setting.tsx'

/** Until the link in the mail was used; the mail can be asked for again. */
function ConfirmEmail(): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const me = useMe()
  const mail = useMutation({
    mutationFn: async () =>
      api.identity.resendVerification({ return_to: '/kalei/' }, { idempotencyKey: newClientId() }),
  })
  if (me.email_verified) return null
  return (
    <View style={{ gap: space(3) }}>
      {mail.error ? <TroubleNotice trouble={troubleOf(mail.error)} /> : null}
      <Notice
        actions={
          mail.isSuccess ? null : (
            <Button
              kind="quiet"
              label={m.you.confirmAgain}
              busy={mail.isPending && m.common.loading}
              onPress={() => mail.mutate()}
            />
          )
        }
      >
        {mail.isSuccess ? m.auth.checkMailText(me.email) : m.you.unconfirmed(me.email)}
      </Notice>
    </View>
  )
}

function NameForm(props: { onDone: () => void }): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const { reload } = useSession()
  const me = useMe()
  const { values, set, busy, trouble, run } = useForm({ name: me.full_name })
  const name = values.name.trim()
  const submit = (): void => {
    if (name === '') return
    void run(async () => {
      await api.identity.updateProfile({ full_name: name }, { idempotencyKey: newClientId() })
      await reload()
      props.onDone()
    })
  }
  return (
    <View style={{ gap: space(4), alignItems: 'flex-start' }}>
      <FormTrouble trouble={trouble} />
      <View style={{ alignSelf: 'stretch' }}>
        <Field
          label={m.auth.name}
          value={values.name}
          onChange={(next) => set('name', next)}
          autoComplete="given-name"
          maxLength={200}
          error={name === '' ? m.auth.missing : undefined}
          onSubmitEditing={submit}
        />
      </View>
      <Button label={m.common.save} busy={busy && m.common.loading} onPress={submit} />
    </View>
  )
}

function PasswordForm(props: { onDone: () => void }): ReactNode {
  const { m } = useI18n()
  const { api } = useServices()
  const { values, set, busy, trouble, run } = useForm({ current: '', password: '' })
  const wrong = trouble?.kind === 'invalid' ? trouble : undefined
  const currentError = wrong?.code === 'identity.password_incorrect' ? m.auth.wrongPassword : undefined
  const newError = wrong && currentError === undefined ? m.auth.passwordHint : undefined
  const submit = (): void =>
    void run(async () => {
      const { current, password } = values
      await api.identity.changePassword({ current_password: current, password })
      props.onDone()
    })
  return (
    <View style={{ gap: space(4), alignItems: 'flex-start' }}>
      <FormTrouble trouble={currentError || newError ? undefined : trouble} />
      <View style={{ alignSelf: 'stretch', gap: space(4) }}>
        <Field
          label={m.you.currentPassword}
          value={values.current}
          onChange={(current) => set('current', current)}
          autoComplete="current-password"
          secret={m.auth}
          error={currentError}
        />
        <Field
          label={m.auth.newPassword}
          value={values.password}
          onChange={(password) => set('password', password)}
          autoComplete="new-password"
          secret={m.auth}
          hint={m.auth.passwordHint}
          error={wrong?.code === 'identity.password_common' ? m.auth.weak : newError}
          onSubmitEditing={submit}
        />
      </View>
      <Button label={m.auth.resetDo} busy={busy && m.common.loading} onPress={submit} />
      <TextLink size="small" href="/forgot-password" label={m.auth.forgot} />
    </View>
  )
}

/** Name and password, and whether the address is confirmed. */
export function Account(): ReactNode {
  const { m } = useI18n()
  const me = useMe()
  const [changed, setChanged] = useState(false)
  return (
    <View style={{ gap: space(4) }}>
      <ConfirmEmail />
      <View>
        <Setting label={m.you.name} shown={me.full_name}>
          {(close) => <NameForm onDone={close} />}
        </Setting>
        <Setting label={m.auth.password} shown="••••••••">
          {(close) => (
            <PasswordForm
              onDone={() => {
                setChanged(true)
                close()
              }}
            />
          )}
        </Setting>
      </View>
      {changed ? <Notice>{m.auth.resetDone}</Notice> : null}
    </View>
  )
}
