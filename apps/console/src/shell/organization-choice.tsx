import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Me } from '../api/api.ts'
import { chooseOrganization, useOrganization } from '../session/organization.ts'

/** For whoever belongs to more than one company: which one the pages are about. */
export function OrganizationChoice({ me }: { readonly me: Me }): ReactNode {
  const client = useQueryClient()
  const current = useOrganization(me)
  if (current === undefined) return null
  if (me.organizations.length === 1) return <p className="small">{current.name}</p>
  return (
    <label className="field">
      Company
      <select
        value={current.id}
        onChange={(event) => {
          chooseOrganization(event.target.value)
          void client.invalidateQueries()
        }}
      >
        {me.organizations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
