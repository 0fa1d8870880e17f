import { actingFor, type Context, type personalData } from '@triptych/kernel'
import type { z } from 'zod'
import type { Deps, Holders } from '../deps.ts'

export type Sections = z.output<typeof personalData>['sections']

/** What one service answered; undefined sections when it did not in time. */
export interface Collected {
  readonly service: string
  readonly sections: Sections | undefined
}

const answerMs = 8_000

/** Asks every service at once. One that is slow or down costs its own part and no other. */
export async function collectPersonalData(
  deps: Pick<Deps, 'clock' | 'logger' | 'holders'>,
  context: Context,
  own: { readonly userId: string; readonly sections: Sections },
): Promise<Collected[]> {
  const deadline = Math.min(context.deadline, deps.clock.now() + answerMs)
  const acting = { ...actingFor(context, own.userId), deadline }
  const ask = async ([service, holder]: [string, Holders[string]]): Promise<Collected> => {
    try {
      const { sections } = await holder.exportPersonalData(acting, { user_id: own.userId })
      return { service, sections }
    } catch (error) {
      deps.logger.for(context).warn({ module: service, error }, 'privacy.export_part_missing')
      return { service, sections: undefined }
    }
  }
  const others = await Promise.all(Object.entries(deps.holders).map(ask))
  const all = [...others, { service: 'privacy', sections: own.sections }]
  return all.sort((left, right) => left.service.localeCompare(right.service))
}
