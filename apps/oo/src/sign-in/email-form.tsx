import { type FormEvent, type ReactNode, useState } from 'react'
import { api } from '../api/api.ts'
import { agree } from '../account/agreement.ts'
import { useSession } from '../account/session.tsx'
import { m } from '../i18n/i18n.ts'
import { Field, readerOf } from '../ui/field.tsx'
import { TroubleNote } from '../ui/trouble.tsx'
import { useTask } from '../ui/use-task.ts'

type Way = 'sign-in' | 'register'

export function EmailForm(): ReactNode {
  const { reload } = useSession()
  const { busy, trouble, run } = useTask()
  const [way, setWay] = useState<Way>('sign-in')
  const [isMailed, setMailed] = useState(false)
  const isNew = way === 'register'
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    agree()
    const read = readerOf(event.currentTarget)
    const account = { email: read('email'), password: read('password'), session: 'cookie' } as const
    run(async () => {
      if (!isNew) await api.identity.login(account)
      else {
        const made = await api.identity.register({ ...account, full_name: read('name') })
        if ('verification_required' in made) return setMailed(true)
      }
      return reload()
    })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TroubleNote trouble={trouble} />
      <div role="status">{isMailed ? <p className="note">{m.signIn.verify}</p> : null}</div>
      {isNew ? (
        <Field name="name" label={m.signIn.name} autoComplete="name" maxLength={200} autoFocus />
      ) : null}
      <Field name="email" type="email" label={m.signIn.email} autoComplete="email" autoFocus={!isNew} />
      <Field
        name="password"
        type="password"
        label={m.signIn.password}
        hint={isNew ? m.signIn.passwordHint : undefined}
        autoComplete={isNew ? 'new-password' : 'current-password'}
      />
      <button className="button" disabled={busy}>
        {isNew ? m.signIn.register : m.signIn.signIn}
      </button>
      <button type="button" className="plain" onClick={() => setWay(isNew ? 'sign-in' : 'register')}>
        {isNew ? m.signIn.toSignIn : m.signIn.toRegister}
      </button>
      {isNew ? null : (
        <a className="small" href="/kalei/forgot-password">
          {m.signIn.forgot}
        </a>
      )}
    </form>
  )
}
