import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Recipient } from '../api/wire.ts'
import { useServices } from './services.tsx'

/** Who could process a text, once the person agrees; nobody while the built-in engine serves alone. */
export function useRecipients(): UseQueryResult<Recipient[]> {
  const { api } = useServices()
  return useQuery({
    queryKey: ['recipients'],
    queryFn: async ({ signal }) => (await api.models.listRecipients({}, { signal })).items,
  })
}
