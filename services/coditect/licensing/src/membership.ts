import { identityErrors } from '@triptych/identity/contract'
import { type Context, isFailure } from '@triptych/kernel'
import type { Deps } from './deps.ts'

export interface Member {
  readonly userId: string
  readonly role: 'owner' | 'admin' | 'member'
}

/** What a program's token must be allowed to. */
export type Scope = 'licensing:read' | 'licensing:write'

/** Who calls, as a member of this organisation; undefined for everybody else, whoever they are. */
export async function memberOf(
  { identity }: Pick<Deps, 'identity'>,
  context: Context,
  organizationId: string,
  scope: Scope,
): Promise<Member | undefined> {
  const { actor } = context
  if (actor.kind === 'anonymous' || actor.kind === 'system') return undefined
  if (actor.kind === 'user' && actor.suspended === true) return undefined
  const isOther = actor.kind === 'token' && actor.organizationId !== organizationId
  if (isOther || (actor.kind === 'token' && !actor.scopes.includes(scope))) return undefined
  const { userId } = actor
  const found = await identity
    .resolveTenant(context, { user_id: userId, organization_id: organizationId })
    .catch((error: unknown) => {
      if (isFailure(error, identityErrors.organization_not_found)) return undefined
      throw error
    })
  return found && { userId, role: found.role }
}
