import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'
import { keptFresh } from './fresh.ts'

/** What the company subscribes to and did before, newest first. */
export const useSubscriptions = () =>
  useQuery({
    queryKey: ['subscriptions'],
    queryFn: () => api.billing.listSubscriptions({}),
    ...keptFresh,
  })
