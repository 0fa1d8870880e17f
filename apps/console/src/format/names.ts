import type { Me, Member } from '../api/api.ts'

export type NameOf = (userId: string) => string | undefined

/** How people are called to whoever is here: `You`, or by their name while they belong to the company. */
export const namesTo =
  (
    me: Pick<Me, 'id'> | null | undefined,
    members: readonly Pick<Member, 'user_id' | 'full_name'>[] = [],
  ): NameOf =>
  (userId) =>
    userId === me?.id ? 'You' : members.find(({ user_id: id }) => id === userId)?.full_name
