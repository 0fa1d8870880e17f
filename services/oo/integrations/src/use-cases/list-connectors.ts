import { type HandlerOf, userIdOf } from '@triptych/kernel'
import { toDto } from '../connector-view.ts'
import type { integrationsContract } from '../contract/contract.ts'
import type { Deps } from '../deps.ts'
import { standingsOf } from '../store/standings.ts'

export const listConnectors =
  ({
    db,
    connectors,
  }: Pick<Deps, 'db' | 'connectors'>): HandlerOf<typeof integrationsContract, 'listConnectors'> =>
  async (context) => {
    const standingWith = await db.read(context, (query) => standingsOf(query, userIdOf(context.actor) ?? ''))
    return { items: [...connectors.values()].map((one) => toDto(one, standingWith(one.provider))) }
  }
