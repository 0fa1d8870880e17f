import type { ReactNode } from 'react'
import type { Me, Member, Membership, Role } from '../../api/api.ts'
import { onDay } from '../../format/dates.ts'
import { none } from '../../format/numbers.ts'
import { words } from '../../format/words.ts'
import { isManager } from '../../session/is-manager.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ChangeRole } from './change-role.tsx'
import { Remove } from './remove.tsx'
import { mayRemove, rolesToGive } from './roles.ts'

interface Props {
  readonly company: Membership
  readonly me: Me
  /** Of whoever is here. */
  readonly role: Role
  readonly members: readonly Member[]
}

export function Members({ company, me, role, members }: Props): ReactNode {
  const columns: readonly Column<Member>[] = [
    {
      title: 'Name',
      cell: ({ user_id: id, full_name: name, email }) => (
        <>
          {name} {id === me.id && <Tag>You</Tag>}
          <span className="under">{email}</span>
        </>
      ),
    },
    { title: 'Role', cell: (row) => words(row.role) },
    { title: 'Since', cell: (row) => onDay(row.joined_at) },
  ]
  const change: Column<Member> = {
    title: 'Change',
    cell: (row) => {
      const roles = rolesToGive(role, row.role)
      if (roles.length === 0) return none
      return (
        <div className="actions">
          <ChangeRole company={company} member={row} roles={roles} isMe={row.user_id === me.id} />
          {row.user_id !== me.id && mayRemove(role, row.role) && <Remove company={company} member={row} />}
        </div>
      )
    },
  }
  return (
    <section aria-labelledby="members">
      <h2 id="members">Members</h2>
      <DataTable
        caption="Members, by name"
        columns={isManager(role) ? [...columns, change] : columns}
        rows={members}
        keyOf={(row) => row.user_id}
      />
    </section>
  )
}
