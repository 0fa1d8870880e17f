import type { ReactNode } from 'react'
import type { AuditEntry } from '../../api/api.ts'
import { at } from '../../format/dates.ts'
import type { NameOf } from '../../format/names.ts'
import { none } from '../../format/numbers.ts'
import { actionInWords, words } from '../../format/words.ts'
import type { Column } from '../../ui/data-table.tsx'

const shown = 8

/** The end of an id tells it from its neighbours; the whole is one pointer away. */
export function Id({ kind, id }: { readonly kind?: string; readonly id: string }): ReactNode {
  return (
    <span title={id}>
      {kind} <code>…{id.slice(-shown)}</code>
    </span>
  )
}

/** In words, and by the code that a search begins with. */
const Action = ({ action }: Pick<AuditEntry, 'action'>): ReactNode => (
  <>
    {actionInWords(action)}
    <code className="under whole">{action}</code>
  </>
)

/** By name while they belong to the company; whoever left is an id. */
function Person({ id, nameOf }: { readonly id: string; readonly nameOf: NameOf }): ReactNode {
  const name = nameOf(id)
  return name === undefined ? (
    <Id id={id} />
  ) : (
    <span className="name" title={id}>
      {name}
    </span>
  )
}

interface TargetProps extends Pick<AuditEntry, 'target'> {
  readonly nameOf: NameOf
}

function Target({ target, nameOf }: TargetProps): ReactNode {
  const colon = target.indexOf(':')
  if (colon < 0) return target
  const [kind, id] = [target.slice(0, colon), target.slice(colon + 1)]
  return nameOf(id) === undefined ? <Id kind={words(kind)} id={id} /> : <Person id={id} nameOf={nameOf} />
}

const pairs = (references: AuditEntry['references'], nameOf: NameOf): string =>
  Object.entries(references)
    .map(([name, value]) => `${name}: ${nameOf(value) ?? value}`)
    .join(', ')

export const entryColumns = (nameOf: NameOf): readonly Column<AuditEntry>[] => [
  { title: 'What', cell: ({ action }) => <Action action={action} /> },
  { title: 'To', cell: ({ target }) => <Target target={target} nameOf={nameOf} /> },
  {
    title: 'By',
    cell: ({ actor_user_id: actor }) =>
      actor === null ? 'The system' : <Person id={actor} nameOf={nameOf} />,
  },
  { title: 'With', cell: ({ references }) => pairs(references, nameOf) || none },
  { title: 'When', cell: (row) => <span className="whole">{at(row.occurred_at)}</span> },
  { title: 'Link', cell: ({ position }) => position, isNumber: true },
]
