import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { api } from '../api/api.ts'
import { chooseOrganization } from '../session/organization.ts'
import { useComeAndGo } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Refused } from '../ui/states.tsx'

/** Opens the console in a company, with nothing of another one left. */
function useEnter(): (company: string) => Promise<void> {
  const { moved } = useComeAndGo()
  const [, go] = useLocation()
  return async (company) => {
    chooseOrganization(company)
    await moved()
    go('/', { replace: true })
  }
}

export function Accept({ token }: { readonly token: string }): ReactNode {
  const client = useQueryClient()
  const enter = useEnter()
  const accept = useMutation({
    mutationFn: async () => enter((await api.identity.acceptInvitation({ token })).id),
    // It may have been withdrawn meanwhile, which the page then says.
    onError: () => client.invalidateQueries({ queryKey: ['invitation', token] }),
  })
  return (
    <>
      {accept.error !== null && <Refused error={accept.error} />}
      <Button kind="main" busy={accept.isPending} onClick={() => accept.mutate()}>
        Accept the invitation
      </Button>
    </>
  )
}

export function Enter({ company }: { readonly company: string }): ReactNode {
  const enter = useEnter()
  return (
    <Button kind="main" onClick={() => void enter(company)}>
      To the console
    </Button>
  )
}
