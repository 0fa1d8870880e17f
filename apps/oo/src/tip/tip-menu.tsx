import { type FormEvent, type ReactNode, useState } from 'react'
import type { Feedback, Tip } from '../api/api.ts'
import { deviceZone, format, m } from '../i18n/i18n.ts'
import { Field, readerOf } from '../ui/field.tsx'
import { Menu, type MenuItem, Sheet } from '../ui/menu.tsx'
import { snoozes } from './snooze.ts'

interface TipMenuProps {
  readonly tip: Tip
  readonly onReact: (reaction: Feedback['reaction'], snoozeUntil?: string) => void
  readonly onCustom: () => void
  readonly onClose: () => void
}

const names: Readonly<Record<string, string>> = { todoist: 'Todoist' }

function linksOf({ deep_link: link, source, meta: { attribution } }: Tip): MenuItem[] {
  return [
    ...(link === null ? [] : [{ name: 'open', label: m.menu.open(names[source] ?? source), href: link }]),
    ...(attribution === null
      ? []
      : [{ name: 'source', label: m.menu.source(attribution.title), href: attribution.url }]),
  ]
}

export function TipMenu({ tip, onReact, onCustom, onClose }: TipMenuProps): ReactNode {
  const items: MenuItem[] = [
    ...(tip.kind === 'advice' ? [{ name: 'save', label: m.menu.save, act: () => onReact('saved') }] : []),
    ...snoozes(Date.now(), deviceZone()).map(({ name, until }) => ({
      name,
      label: m.menu[name],
      note: format.time(until),
      act: () => onReact('snoozed', until),
    })),
    { name: 'custom', label: m.menu.custom, act: onCustom },
    { name: 'dismiss', label: m.menu.dismiss, act: () => onReact('dismissed') },
    ...linksOf(tip),
  ]
  return <Menu label={m.menu.label} items={items} onClose={onClose} />
}

/** A time of the person's own choosing. */
export function SnoozeSheet(props: { onChoose: (until: string) => void; onClose: () => void }): ReactNode {
  const [isPast, setPast] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const until = new Date(readerOf(event.currentTarget)('until'))
    if (!(until.getTime() > Date.now())) return setPast(true)
    props.onClose()
    return props.onChoose(until.toISOString())
  }
  return (
    <Sheet label={m.menu.when} onClose={props.onClose}>
      <form className="stack" onSubmit={submit}>
        <Field name="until" type="datetime-local" label={m.menu.when} autoFocus />
        <div role="alert">{isPast ? <p className="note">{m.menu.past}</p> : null}</div>
        <button className="button">{m.menu.set}</button>
        <button type="button" className="plain" onClick={props.onClose}>
          {m.menu.cancel}
        </button>
      </form>
    </Sheet>
  )
}
