import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type Email } from '../../api/api.ts'
import { at } from '../../format/dates.ts'
import { none } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Filter, useFilter } from '../../ui/filter.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Refused } from '../../ui/states.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { Previews } from './previews.tsx'
import { statuses, templates } from './values.ts'

const tones: Partial<Record<Email['status'], Tone>> = { failed: 'care', dead: 'bad' }

const columns: readonly Column<Email>[] = [
  { title: 'Mail', cell: ({ template, locale }) => `${words(template)} (${locale})` },
  { title: 'To', cell: ({ recipient }) => recipient ?? <span className="soft">forgotten</span> },
  {
    title: 'State',
    cell: ({ status, error_code: code }) => (
      <Tag tone={tones[status] ?? 'plain'}>
        {words(status)}
        {code !== null && `: ${code}`}
      </Tag>
    ),
  },
  { title: 'Attempts', cell: ({ attempts }) => attempts, isNumber: true },
  { title: 'Asked for', cell: (row) => at(row.created_at) },
  { title: 'Sent', cell: ({ sent_at: sent }) => (sent === null ? none : at(sent)) },
  { title: 'Again', cell: (row) => (row.status === 'dead' ? <Retry email={row} /> : none) },
]

export function Content(): ReactNode {
  const [status, setStatus] = useFilter('status', statuses)
  const [template, setTemplate] = useFilter('template', templates)
  const asked = { ...(status && { status }), ...(template && { template }) }
  return (
    <Page title="E-mails" lead="Every mail that was asked for, and what became of it.">
      <div className="filters">
        <Filter label="State" values={statuses} value={status} choose={setStatus} />
        <Filter label="Template" values={templates} value={template} choose={setTemplate} />
      </div>
      <List
        caption="E-mails, newest first"
        queryKey={['emails', asked]}
        read={(page) => api.notifications.listEmails({ ...page, ...asked })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty title="No mails">None was asked for, or none is as you chose.</Empty>}
      />
      <Previews />
    </Page>
  )
}

function Retry({ email }: { readonly email: Email }): ReactNode {
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: () => api.notifications.retryEmail({ id: email.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['emails'] }),
  })
  return (
    <>
      <Button
        busy={retry.isPending}
        aria-label={`Send ${words(email.template)} again`}
        onClick={() => retry.mutate()}
      >
        Send again
      </Button>
      {retry.error !== null && <Refused error={retry.error} />}
    </>
  )
}
