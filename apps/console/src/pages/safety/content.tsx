import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type SafetyEvent } from '../../api/api.ts'
import { at } from '../../format/dates.ts'
import { none } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Filter, useFilter } from '../../ui/filter.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Refused } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

const verdicts = ['true_positive', 'false_positive', 'false_negative'] as const
const reviews = ['open', ...verdicts] as const satisfies readonly SafetyEvent['review'][]

const columns: readonly Column<SafetyEvent>[] = [
  { title: 'Found', cell: ({ family, severity }) => `${words(family)} · ${severity}` },
  { title: 'Where', cell: ({ path, language }) => `${path} (${language})` },
  { title: 'Rule', cell: ({ rule, confirmed_by: by }) => `${rule}, by ${by}` },
  { title: 'When', cell: (row) => at(row.created_at) },
  {
    title: 'Disputed',
    cell: ({ disputed_at: disputed }) => (disputed === null ? none : <Tag tone="care">{at(disputed)}</Tag>),
  },
  { title: 'What the person offered', cell: ({ excerpt }) => (excerpt === null ? none : <q>{excerpt}</q>) },
  { title: 'Review', cell: (row) => <Review event={row} /> },
]

export function Content(): ReactNode {
  const [review, setReview] = useFilter('review', reviews)
  const asked = review === undefined ? {} : { review }
  return (
    <Page
      title="Safety events"
      lead="Was the detector right? Events hold no content, unless the person offered a passage for review."
    >
      <div className="filters">
        <Filter label="Review" values={reviews} value={review} choose={setReview} />
      </div>
      <List
        caption="Safety events, newest first"
        queryKey={['safety-events', asked]}
        read={(page) => api.safety.listEvents({ ...page, ...asked })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty title="No safety events">Nothing was found, or nothing is as you chose.</Empty>}
      />
    </Page>
  )
}

function Review({ event }: { readonly event: SafetyEvent }): ReactNode {
  const client = useQueryClient()
  const judge = useMutation({
    mutationFn: (review: (typeof verdicts)[number]) => api.safety.reviewEvent({ id: event.id, review }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['safety-events'] }),
  })
  return (
    <>
      <select
        aria-label={`Review of ${event.family}, ${at(event.created_at)}`}
        value={event.review}
        disabled={judge.isPending}
        onChange={({ target }) => {
          const verdict = verdicts.find((one) => one === target.value)
          if (verdict !== undefined) judge.mutate(verdict)
        }}
      >
        {event.review === 'open' && <option value="open">Open</option>}
        {verdicts.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </select>
      {judge.error !== null && <Refused error={judge.error} />}
    </>
  )
}
