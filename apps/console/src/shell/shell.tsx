import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import type { Me } from '../api/api.ts'
import { pagesOf } from '../pages/pages.ts'
import { useOrganization } from '../session/organization.ts'
import { Mark } from '../session/sign-in.tsx'
import { Empty, Skeleton } from '../ui/states.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Navigation } from './navigation.tsx'

export function Shell({ me }: { readonly me: Me }): ReactNode {
  const main = useRef<HTMLElement>(null)
  const company = useOrganization(me)
  useFocusOnArrival(main)
  const routes = useMemo(
    () =>
      pagesOf(me, company).map(({ path, load }) => ({
        path,
        Content: lazy(async () => ({ default: (await load()).Content })),
      })),
    [me, company],
  )
  return (
    <div className="shell">
      <a className="skip" href="#content">
        Skip to content
      </a>
      <aside className="side">
        <p className="brand">
          <Mark />
          Console
        </p>
        <Navigation me={me} />
      </aside>
      <main id="content" ref={main} tabIndex={-1}>
        <Suspense fallback={<Skeleton />}>
          <Switch>
            <Route path="/">
              <Redirect to={routes[0]?.path ?? '/'} replace />
            </Route>
            <Route path="/register">
              <Redirect to={me.organizations.length > 0 ? '/company/plan' : '/'} replace />
            </Route>
            {routes.map(({ path, Content }) => (
              <Route key={path} path={path} component={Content} />
            ))}
            <Route component={NoSuchPage} />
          </Switch>
        </Suspense>
      </main>
      <BottomBar me={me} />
    </div>
  )
}

/** Where there is no room for a column, everything is one press of the thumb away. */
function BottomBar({ me }: { readonly me: Me }): ReactNode {
  const [here] = useLocation()
  const sheet = useRef<HTMLDialogElement>(null)
  const page = pagesOf(me, useOrganization(me)).find(({ path }) => path === here)
  return (
    <aside className="bar" aria-label="Where you are">
      <p>
        <span className="small soft">{page?.area ?? 'Console'}</span>
        {page?.title ?? 'No such page'}
      </p>
      <button
        className="button"
        type="button"
        aria-haspopup="dialog"
        onClick={() => sheet.current?.showModal()}
      >
        Menu
      </button>
      <dialog className="sheet" ref={sheet} aria-label="Menu">
        <Navigation me={me} onGo={() => sheet.current?.close()} />
        <button className="button" type="button" onClick={() => sheet.current?.close()}>
          Close
        </button>
      </dialog>
    </aside>
  )
}

/** After a change of page the keyboard and the screen reader go on at its beginning. */
function useFocusOnArrival(main: { readonly current: HTMLElement | null }): void {
  const [here] = useLocation()
  const before = useRef(here)
  useEffect(() => {
    const isFirst = before.current === here || before.current === '/'
    before.current = here
    if (isFirst) return
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [here, main])
}

function NoSuchPage(): ReactNode {
  useTitle('No such page')
  return <Empty title="There is no such page">Choose one from the menu.</Empty>
}
