import type { ReactNode } from 'react'
import type { Role } from '../../api/api.ts'
import { words } from '../../format/words.ts'
import { textField } from '../../ui/text-field.ts'
import { rights } from './roles.ts'

interface Props<Offered extends Role> {
  readonly roles: readonly Offered[]
  readonly chosen: Role
}

/** Roles with what each may do, one of which is chosen. */
export function RoleChoice<Offered extends Role>({ roles, chosen }: Props<Offered>): ReactNode {
  return (
    <fieldset className="roles">
      <legend>Role</legend>
      {roles.map((role) => (
        <label key={role}>
          <input type="radio" name="role" value={role} defaultChecked={role === chosen} />
          <span>
            {words(role)}
            <span className="small soft">{rights[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

export const roleIn = <Offered extends Role>(
  form: HTMLFormElement,
  roles: readonly Offered[],
): Offered | undefined => roles.find((role) => role === textField(form, 'role'))
