import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Me } from '../api/api.ts'
import { areasOf, pagesOf } from '../pages/pages.ts'
import { OrganizationChoice } from './organization-choice.tsx'
import { useOrganization } from '../session/organization.ts'
import { useComeAndGo } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { ThemeChoice } from './theme.tsx'

/** All pages by area, then who is here. */
export function Navigation({ me, onGo }: { readonly me: Me; readonly onGo?: () => void }): ReactNode {
  const [here] = useLocation()
  const company = useOrganization(me)
  const { signOut } = useComeAndGo()
  return (
    <>
      <nav aria-label="Pages">
        {areasOf(pagesOf(me, company)).map(({ name, pages }) => (
          <div className="area" key={name}>
            <h2>{name}</h2>
            <ul>
              {pages.map(({ path, title }) => (
                <li key={path}>
                  <Link href={path} aria-current={here === path ? 'page' : undefined} onClick={onGo}>
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="who">
        <OrganizationChoice me={me} />
        <ThemeChoice />
        <p className="small soft">{me.email}</p>
        <Button onClick={() => void signOut()}>Sign out</Button>
      </div>
    </>
  )
}
