import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Consent } from '../api/wire.ts'
import { useServices } from './services.tsx'

/** What the person has agreed to and not taken back. */
export function useConsents(): UseQueryResult<Consent[]> {
  const { api } = useServices()
  return useQuery({
    queryKey: ['consents'],
    queryFn: async ({ signal }) => {
      const { items } = await api.identity.listConsents({ in_force: true, limit: 100 }, { signal })
      return items
    },
  })
}
