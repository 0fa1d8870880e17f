import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type DeadLetter } from '../../api/api.ts'
import { span } from '../../format/numbers.ts'
import { at } from '../../format/dates.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { List } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Refused } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

const columns: readonly Column<DeadLetter>[] = [
  { title: 'What', cell: ({ name }) => name },
  { title: 'Kind', cell: ({ kind }) => (kind === 'event' ? 'Event' : 'Job') },
  { title: 'Module', cell: ({ module }) => module },
  { title: 'Error', cell: ({ error }) => <Tag tone="bad">{error}</Tag> },
  { title: 'Attempts', cell: ({ attempts }) => attempts, isNumber: true },
  { title: 'Since', cell: (row) => at(row.since) },
  { title: 'Age', cell: (row) => span(row.age_seconds), isNumber: true },
  { title: 'Again', cell: (row) => <Replay letter={row} /> },
]

export function Content(): ReactNode {
  return (
    <Page
      title="Dead letters"
      lead="Events and jobs that were given up after all their attempts. Mend the cause, then replay: twice does no harm."
    >
      <List
        caption="Dead letters, oldest first"
        queryKey={['dead-letters']}
        read={api.operations.listDeadLetters}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty title="Nothing was given up">Every event and job found its way.</Empty>}
      />
    </Page>
  )
}

function Replay({ letter }: { readonly letter: DeadLetter }): ReactNode {
  const client = useQueryClient()
  const replay = useMutation({
    mutationFn: () => api.operations.replayDeadLetter({ id: letter.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['dead-letters'] }),
  })
  if (replay.isSuccess) return <span role="status">On its way</span>
  return (
    <>
      <Button busy={replay.isPending} aria-label={`Replay ${letter.name}`} onClick={() => replay.mutate()}>
        Replay
      </Button>
      {replay.error !== null && <Refused error={replay.error} />}
    </>
  )
}
