import type { Member, Role } from '../../api/api.ts'

/** What each may do, from most to least. */
export const rights: Record<Role, string> = {
  owner: 'Everything, and who else is an owner.',
  admin: 'Plan, payment, licences and people, but for the owners.',
  member: 'Uses the licences, and sees plan and people.',
}

const roles = ['owner', 'admin', 'member'] as const satisfies readonly Role[]

/** Roles that somebody in the first may give to somebody in the second; none where they may not touch them. */
export function rolesToGive(actor: Role, target: Role): readonly Role[] {
  if (actor === 'owner') return roles
  return actor === 'admin' && target !== 'owner' ? roles.filter((role) => role !== 'owner') : []
}

/** Whoever may give another role may remove as well. */
export const mayRemove = (actor: Role, target: Role): boolean => rolesToGive(actor, target).length > 0

/** Whoever is the only owner cannot go before there is another. */
export function isOnlyOwner(userId: string, members: readonly Pick<Member, 'user_id' | 'role'>[]): boolean {
  const owners = members.filter(({ role }) => role === 'owner')
  return owners.length === 1 && owners[0]?.user_id === userId
}

/** An owner is made of a member, never invited. */
export const rolesToInvite = ['admin', 'member'] as const satisfies readonly Role[]
