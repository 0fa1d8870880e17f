import { useQuery } from '@tanstack/react-query'
import { everyPage } from '@triptych/kernel'
import { api, type Member } from './api.ts'
import { keptFresh } from './fresh.ts'

export const membersKey = (company: string) => ['members', company]

const byName = (members: readonly Member[]): Member[] =>
  members.toSorted((one, other) => one.full_name.localeCompare(other.full_name))

/** Everybody of a company, by name, as soon as it is said which. `isWatched`: others may join while somebody looks. */
export const useMembers = (company = '', isWatched = false) =>
  useQuery({
    queryKey: membersKey(company),
    queryFn: () => everyPage((page) => api.identity.listMembers({ id: company, ...page })),
    enabled: company !== '',
    select: byName,
    ...(isWatched && keptFresh),
  })
