import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api } from '../../api/api.ts'
import { words } from '../../format/words.ts'
import { Failed, Skeleton } from '../../ui/states.tsx'
import { templates } from './values.ts'

const locales = ['en', 'de'] as const

/** Each template with example values, as a mail program shows it; read when somebody wants to look. */
export function Previews(): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>Look at the templates</summary>
      {isOpen && <Chooser />}
    </details>
  )
}

function Chooser(): ReactNode {
  const [template, setTemplate] = useState<(typeof templates)[number]>('verify_email')
  const [locale, setLocale] = useState<string>('en')
  return (
    <div className="stack">
      <div className="filters">
        <label className="field">
          Preview of
          <select
            value={template}
            onChange={(event) => setTemplate(templates.find((one) => one === event.target.value) ?? template)}
          >
            {templates.map((one) => (
              <option key={one} value={one}>
                {words(one)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          Language
          <select value={locale} onChange={(event) => setLocale(event.target.value)}>
            {locales.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      <Preview template={template} locale={locale} />
    </div>
  )
}

function Preview(props: {
  readonly template: (typeof templates)[number]
  readonly locale: string
}): ReactNode {
  const preview = useQuery({
    queryKey: ['email-preview', props],
    queryFn: () => api.notifications.previewEmail(props),
    staleTime: Infinity,
  })
  if (preview.isPending) return <Skeleton />
  if (preview.isError) return <Failed error={preview.error} retry={() => void preview.refetch()} />
  const { subject, html, text, version } = preview.data
  return (
    <article className="mail">
      <h2>{subject}</h2>
      <p className="small soft">Version {version}, with example values</p>
      <iframe title={`Preview: ${subject}`} srcDoc={html} sandbox="" />
      <details>
        <summary>As plain text</summary>
        <pre tabIndex={0} aria-label="Plain text">
          {text}
        </pre>
      </details>
    </article>
  )
}
