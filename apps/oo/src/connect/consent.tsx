import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { api, type Connector } from '../api/api.ts'
import { m } from '../i18n/i18n.ts'
import { Field } from '../ui/field.tsx'
import { TroubleNote } from '../ui/trouble.tsx'
import { useTask } from '../ui/use-task.ts'

interface ConsentProps {
  readonly connector: Connector
  readonly onChange: (changed: Connector, words: string) => void
  readonly onClose: () => void
}

type Uses = readonly { readonly what: string; readonly why: string }[]

function UseList({ title, uses }: { title: string; uses: Uses }): ReactNode {
  if (uses.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul className="uses">
        {uses.map(({ what, why }) => (
          <li key={what}>
            {what}
            <span className="why">{why}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Everything a person agrees to, before anything happens. */
export function Consent({ connector, onChange, onClose }: ConsentProps): ReactNode {
  const { provider, name, kind, scopes, retention_choices: choices } = connector
  const words = m.connect.words[provider] ?? connector
  const { busy, trouble, run } = useTask()
  const [days, setDays] = useState(connector.retention_days)
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => first.current?.focus(), [])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const address = new FormData(event.currentTarget).get('address')
    run(async () => {
      const begun = await api.integrations.connect({
        provider,
        retention_days: days,
        ...(typeof address === 'string' ? { feed_url: address.trim() } : {}),
      })
      if (begun.redirect_url !== null) return location.assign(begun.redirect_url)
      onChange(begun.connector, m.connect.welcome(name))
      return onClose()
    })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div ref={first} tabIndex={-1}>
        <UseList title={m.connect.reads} uses={words.reads} />
      </div>
      <UseList title={m.connect.writes} uses={words.writes} />
      {scopes.length === 0 ? null : (
        <p className="small soft">
          {m.connect.scopes}: <code>{scopes.join(', ')}</code>
        </p>
      )}
      <fieldset>
        <legend>{m.connect.keep}</legend>
        <div className="choices">
          {choices
            .toSorted((a, b) => a - b)
            .map((choice) => (
              <label key={choice} className="choice">
                <input type="radio" name="days" checked={days === choice} onChange={() => setDays(choice)} />
                <span>{m.connect.days(choice)}</span>
              </label>
            ))}
        </div>
      </fieldset>
      {kind === 'feed' ? (
        <Field name="address" type="url" label={m.connect.address} hint={m.connect.addressHint} />
      ) : null}
      <TroubleNote trouble={trouble} />
      <button className="button" disabled={busy}>
        {kind === 'feed' ? m.connect.goFeed : m.connect.go(name)}
      </button>
      <button type="button" className="plain" onClick={onClose}>
        {m.connect.cancel}
      </button>
    </form>
  )
}
