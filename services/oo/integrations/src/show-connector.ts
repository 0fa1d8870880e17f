import { type Context, userIdOf } from '@triptych/kernel'
import { toDto } from './connector-view.ts'
import type { Connector } from './connectors/connector.ts'
import type { Deps } from './deps.ts'
import { standingsOf } from './store/standings.ts'

/** A connector as its person sees it now. */
export async function showConnector({ db }: Pick<Deps, 'db'>, context: Context, connector: Connector) {
  const standingWith = await db.read(context, (query) => standingsOf(query, userIdOf(context.actor) ?? ''))
  return toDto(connector, standingWith(connector.provider))
}
