import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type WebhookEvent } from '../../api/api.ts'
import { at } from '../../format/dates.ts'
import { words } from '../../format/words.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Filter, useFilter } from '../../ui/filter.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Refused } from '../../ui/states.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'

const states = ['received', 'applied', 'ignored', 'dead'] as const satisfies readonly WebhookEvent['state'][]
const tones: Record<WebhookEvent['state'], Tone> = {
  received: 'care',
  applied: 'plain',
  ignored: 'plain',
  dead: 'bad',
}

const columns: readonly Column<WebhookEvent>[] = [
  { title: 'Event', cell: ({ type }) => <code className="whole">{type}</code> },
  {
    title: 'State',
    cell: ({ state, last_error: error }) => (
      <Tag tone={tones[state]}>
        {words(state)}
        {error !== null && `: ${error}`}
      </Tag>
    ),
  },
  { title: 'Attempts', cell: ({ attempts }) => attempts, isNumber: true },
  { title: 'Happened', cell: (row) => at(row.happened_at) },
  { title: 'Came', cell: (row) => at(row.received_at) },
  { title: 'Shape', cell: (row) => row.api_version },
  { title: 'Again', cell: (row) => <Replay event={row} /> },
]

export function Content(): ReactNode {
  const [state, setState] = useFilter('state', states)
  const asked = state === undefined ? {} : { state }
  return (
    <Page
      title="Stripe’s events"
      lead="What Stripe told us, and what became of it. Facts that are known change nothing, so any may be applied again."
    >
      <div className="filters">
        <Filter label="State" values={states} value={state} choose={setState} />
      </div>
      <List
        caption="Events, newest first"
        queryKey={['webhook-events', asked]}
        read={(page) => api.billing.listWebhookEvents({ ...page, ...asked })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty title="No events">Stripe has told nothing yet, or nothing that is as you chose.</Empty>}
      />
    </Page>
  )
}

function Replay({ event }: { readonly event: WebhookEvent }): ReactNode {
  const client = useQueryClient()
  const replay = useMutation({
    mutationFn: () => api.billing.replayWebhookEvent({ id: event.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhook-events'] }),
  })
  return (
    <>
      <Button
        busy={replay.isPending}
        aria-label={`Apply again: ${event.type}`}
        onClick={() => replay.mutate()}
      >
        Apply again
      </Button>
      {replay.error !== null && <Refused error={replay.error} />}
    </>
  )
}
