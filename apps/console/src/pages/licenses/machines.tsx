import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, type License, type Machine } from '../../api/api.ts'
import { at } from '../../format/dates.ts'
import { machineCode } from '../../format/machine.ts'
import { none } from '../../format/numbers.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { List } from '../../ui/list.tsx'
import { Empty, Refused } from '../../ui/states.tsx'
import { MachineName } from './machine.tsx'

const when = (timestamp: string | null): string => (timestamp === null ? none : at(timestamp))

interface ListProps {
  readonly license: License
  readonly mayApprove: boolean
}

export function Machines({ license, mayApprove }: ListProps): ReactNode {
  const columns: readonly Column<Machine>[] = [
    { title: 'Machine', cell: (row) => <MachineName hash={row.name} called={row.machine_name} /> },
    { title: 'First seen', cell: (row) => at(row.first_seen_at) },
    { title: 'Last seen', cell: (row) => when(row.last_seen_at) },
    {
      title: 'Approved',
      cell: (row) => (mayApprove ? <Approval license={license} machine={row} /> : when(row.approved_at)),
    },
  ]
  return (
    <section aria-labelledby="machines">
      <h2 id="machines">Machines</h2>
      <List
        caption="Machines that this licence has seen, newest first"
        queryKey={['machines', license.id]}
        read={(page) => api.licensing.listMachines({ id: license.id, ...page })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<Empty title="No machines yet">The first that takes a seat stands here.</Empty>}
      />
    </section>
  )
}

interface Props {
  readonly license: License
  readonly machine: Machine
}

function Approval({ license, machine }: Props): ReactNode {
  const client = useQueryClient()
  const isApproved = machine.approved_at !== null
  const which = { id: license.id, machine_id: machine.id }
  const change = useMutation({
    mutationFn: () => (isApproved ? api.licensing.refuseMachine(which) : api.licensing.approveMachine(which)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['machines', license.id] }),
  })
  const verb = isApproved ? 'Refuse' : 'Approve'
  return (
    <>
      <Button
        busy={change.isPending}
        aria-label={`${verb} ${machine.machine_name ?? machineCode(machine.name)}`}
        onClick={() => change.mutate()}
      >
        {verb}
      </Button>
      {change.error !== null && <Refused error={change.error} />}
    </>
  )
}
