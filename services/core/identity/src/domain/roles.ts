export type Role = 'owner' | 'admin' | 'member'

const rank = { member: 0, admin: 1, owner: 2 } as const

export const isAtLeast = (role: Role, least: Role): boolean => rank[role] >= rank[least]

/** Owners change and remove everybody; admins those who are no owner, and never make one. */
export const mayManage = (actor: Role, target: Role, next: Role = 'member'): boolean =>
  actor === 'owner' || (actor === 'admin' && target !== 'owner' && next !== 'owner')
