import type { Connector } from './connectors/connector.ts'
import type { Deps } from './deps.ts'

/** Where a provider sends a person back to; the same when we begin and when we finish. */
export const callbackUrl = ({ publicUrl }: Pick<Deps, 'publicUrl'>, { provider }: Connector): string =>
  `${publicUrl}/api/v1/connectors/${provider}/callback`
