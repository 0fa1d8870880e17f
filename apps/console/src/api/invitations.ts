import { useQuery } from '@tanstack/react-query'
import { everyPage } from '@triptych/kernel'
import { api } from './api.ts'
import { keptFresh } from './fresh.ts'

export const invitationsKey = (company: string) => ['invitations', company]

/** Who is invited and has not come yet, newest first; only for whoever may see them, so for nobody by default. */
export const useInvitations = (company = '') =>
  useQuery({
    queryKey: invitationsKey(company),
    queryFn: () => everyPage((page) => api.identity.listInvitations({ id: company, ...page })),
    enabled: company !== '',
    ...keptFresh,
  })
