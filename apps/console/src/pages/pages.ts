import type { ComponentType } from 'react'
import type { Me, Membership } from '../api/api.ts'
import { isManager } from '../session/is-manager.ts'

interface Entry {
  /** `team`: whoever belongs to an organisation, for that one; `managers`: its owners and admins. The server decides. */
  readonly who: 'team' | 'managers' | 'administrators'
  readonly area: string
  readonly path: string
  readonly title: string
  readonly load: () => Promise<{ readonly Content: ComponentType }>
}

/** Every page of the console: its folder here, and its line. The first that somebody may see is where they arrive. */
const pages: readonly Entry[] = [
  {
    who: 'team',
    area: 'Your company',
    path: '/company/licenses',
    title: 'Licences',
    load: () => import('./licenses/content.tsx'),
  },
  {
    who: 'team',
    area: 'Your company',
    path: '/company/plan',
    title: 'Plan',
    load: () => import('./plan/content.tsx'),
  },
  {
    who: 'team',
    area: 'Your company',
    path: '/company/people',
    title: 'People',
    load: () => import('./people/content.tsx'),
  },
  {
    who: 'managers',
    area: 'Your company',
    path: '/company/audit',
    title: 'What was done',
    load: () => import('./audit/company.tsx'),
  },
  {
    who: 'administrators',
    area: 'oO',
    path: '/oo/metrics',
    title: 'Metrics',
    load: () => import('./metrics/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'oO',
    path: '/oo/evaluation',
    title: 'Evaluation',
    load: () => import('./evaluation/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'Operations',
    path: '/dead-letters',
    title: 'Dead letters',
    load: () => import('./dead-letters/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'Operations',
    path: '/emails',
    title: 'E-mails',
    load: () => import('./emails/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'Operations',
    path: '/pushes',
    title: 'Pushes',
    load: () => import('./pushes/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'Safety',
    path: '/safety',
    title: 'Safety events',
    load: () => import('./safety/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'Models',
    path: '/models',
    title: 'Spending',
    load: () => import('./spending/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'CODITECT',
    path: '/sales',
    title: 'Sales',
    load: () => import('./sales/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'CODITECT',
    path: '/licenses',
    title: 'Licences sold',
    load: () => import('./sold-licenses/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'CODITECT',
    path: '/plans',
    title: 'Plans',
    load: () => import('./all-plans/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'CODITECT',
    path: '/webhook-events',
    title: 'Stripe’s events',
    load: () => import('./webhook-events/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'Operations',
    path: '/audit',
    title: 'Audit trail',
    load: () => import('./audit/content.tsx'),
  },
  {
    who: 'administrators',
    area: 'People',
    path: '/users',
    title: 'Users',
    load: () => import('./users/content.tsx'),
  },
]

/** What this person may see while they work in this company. */
export function pagesOf(
  { roles }: Pick<Me, 'roles'>,
  company: Pick<Membership, 'role'> | undefined,
): readonly Entry[] {
  const may: Record<Entry['who'], boolean> = {
    team: company !== undefined,
    managers: company !== undefined && isManager(company.role),
    administrators: roles.includes('admin'),
  }
  return pages.filter(({ who }) => may[who])
}

export const areasOf = (shown: readonly Entry[]): readonly { name: string; pages: readonly Entry[] }[] =>
  [...Map.groupBy(shown, ({ area }) => area)].map(([name, members]) => ({ name, pages: members }))
