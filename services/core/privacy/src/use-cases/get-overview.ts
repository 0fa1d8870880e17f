import { type HandlerOf, userIdOf } from '@triptych/kernel'
import { collectPersonalData, type Sections } from '../archive/collect.ts'
import type { privacyContract } from '../contract/contract.ts'
import { type DataHolder, purposes } from '../contract/holders.ts'
import type { Deps } from '../deps.ts'
import { ownSections } from './export-personal-data.ts'

export const getOverview =
  (deps: Deps): HandlerOf<typeof privacyContract, 'getOverview'> =>
  async (context) => {
    const userId = userIdOf(context.actor) ?? ''
    const own = { userId, sections: await ownSections(deps, context, userId) }
    const collected = await collectPersonalData(deps, context, own)
    return {
      services: collected.map(({ service, sections }) => ({
        name: service,
        status: sections === undefined ? ('no_answer' as const) : ('ok' as const),
        ...purposes[service as DataHolder],
        sections: (sections ?? []).map(({ name, items }) => ({
          name,
          count: items.length,
          since: oldestOf(items),
        })),
      })),
    }
  }

const timeFields = ['created_at', 'occurred_at', 'granted_at', 'started_at', 'at']

/** When the oldest record came to be, by whichever of the usual fields it has. */
function oldestOf(items: Sections[number]['items']): string | null {
  const times = items
    .map((item) => timeFields.map((field) => item[field]).find((value) => typeof value === 'string'))
    .map((value) => Date.parse(value ?? ''))
    .filter((time) => Number.isFinite(time))
  return times.length === 0 ? null : new Date(times.reduce((a, b) => Math.min(a, b))).toISOString()
}
