import { ProblemError } from '@triptych/kernel'
import { type FormEvent, type ReactNode, useState } from 'react'
import { api, type Me } from '../api/api.ts'
import { m } from '../i18n/i18n.ts'
import { googleAddress } from '../sign-in/google.ts'
import { Field } from '../ui/field.tsx'
import { Link, Page } from '../ui/page.tsx'
import { go } from '../ui/route.ts'
import { TroubleNote } from '../ui/trouble.tsx'
import { useTask } from '../ui/use-task.ts'
import { keepReceipt } from './receipts.ts'
import { useSession } from './session.tsx'

interface Needs {
  /** A sign-in of the last minutes. */
  readonly proof?: boolean
  /** Names of organisations that would have no owner. */
  readonly owned?: readonly string[]
}

/** What the server asks for before it deletes; undefined when this is another kind of trouble. */
function needsOf(error: unknown): Needs | undefined {
  if (!(error instanceof ProblemError)) return undefined
  if (error.code === 'identity.reauth_required') return { proof: true }
  if (error.code !== 'identity.sole_owner') return undefined
  const organizations = (error.problem?.['organizations'] ?? []) as readonly { name: string }[]
  return { owned: organizations.map(({ name }) => name) }
}

export function ErasePage({ me }: { me: Me }): ReactNode {
  const { forget } = useSession()
  const { busy, trouble, run } = useTask()
  const [needs, setNeeds] = useState<Needs>({})
  const erase = async (form: FormData): Promise<void> => {
    const password = form.get('password')
    if (typeof password === 'string' && password !== '')
      await api.identity.login({ email: me.email, password, session: 'cookie' })
    const receipt = await api.identity.deleteMe(form.has('close') ? { close_organizations: true } : {})
    await keepReceipt(receipt.receipt_id, receipt.receipt_token)
    go(`/receipt/${receipt.receipt_id}`, 'replace')
    await forget()
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    run(async () => {
      try {
        await erase(form)
      } catch (error) {
        const more = needsOf(error)
        if (more === undefined) throw error
        setNeeds((before) => ({ ...before, ...more }))
      }
    })
  }
  return (
    <Page title={m.erase.title}>
      <p className="soft">{m.erase.lead}</p>
      <form className="stack" onSubmit={submit}>
        <div role="alert">{needs.proof ? <p className="note">{m.erase.again}</p> : null}</div>
        {needs.proof ? <Proof /> : null}
        {needs.owned === undefined ? null : (
          <div className="note">
            <p>
              {m.erase.owner} {needs.owned.join(', ')}
            </p>
            <Check name="close" label={m.erase.close} />
          </div>
        )}
        <Check name="sure" label={m.erase.sure} required />
        <TroubleNote trouble={trouble} />
        <button className="button danger" disabled={busy}>
          {busy ? m.erase.busy : m.erase.go}
        </button>
        <Link to="/" className="plain">
          {m.back}
        </Link>
      </form>
    </Page>
  )
}

/** Either way of showing that it is the person who asks. */
const Proof = (): ReactNode => (
  <>
    <Field
      name="password"
      type="password"
      label={m.erase.password}
      autoComplete="current-password"
      required={false}
    />
    <a className="quiet-button" href={googleAddress('/delete')}>
      {m.erase.google}
    </a>
  </>
)

const Check = (props: { name: string; label: string; required?: boolean }): ReactNode => (
  <label className="check">
    <input type="checkbox" name={props.name} required={props.required} />
    <span>{props.label}</span>
  </label>
)
