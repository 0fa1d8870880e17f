import { lazy, type ReactNode, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import type { Me } from '../api/api.ts'
import { Shell } from '../shell/shell.tsx'
import { Failed } from '../ui/states.tsx'
import { NoOrganization } from './no-organization.tsx'
import { Register } from './register.tsx'
import { SignIn } from './sign-in.tsx'
import { useMe } from './use-session.ts'

const Invitation = lazy(() =>
  import('../invitation/invitation.tsx').then(({ Invitation: found }) => ({ default: found })),
)

/** Nobody sees the console who may not. The server decides; this only says so. */
export function Gate(): ReactNode {
  const { data: me, error, refetch, isPending } = useMe()
  if (isPending)
    return (
      <p className="arriving" role="status">
        Asking who you are…
      </p>
    )
  // Once it is known who is here, a later question that fails takes nothing away.
  if (me === undefined) {
    return (
      <main className="door">
        <Failed error={error} retry={() => void refetch()} />
      </main>
    )
  }
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/invitation">
          <Invitation me={me} />
        </Route>
        <Route>{me === null ? <Outside /> : <Inside me={me} />}</Route>
      </Switch>
    </Suspense>
  )
}

const Outside = (): ReactNode => (
  <Switch>
    <Route path="/register" component={Register} />
    <Route component={SignIn} />
  </Switch>
)

function Inside({ me }: { readonly me: Me }): ReactNode {
  const hasPages = me.roles.includes('admin') || me.organizations.length > 0
  return hasPages ? <Shell me={me} /> : <NoOrganization me={me} />
}
