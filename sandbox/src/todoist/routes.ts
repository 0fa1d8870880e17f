import type { FastifyInstance } from 'fastify'
import { mountAuthorize } from './oauth.ts'
import type { TodoistParts } from './parts.ts'
import { sendGone } from './strike.ts'
import { mountSwitches } from './switches.ts'
import { mountSync } from './sync.ts'
import { mountTokens } from './token.ts'
import { mountAccounts } from './account-routes.ts'

export function mountTodoist(app: FastifyInstance, parts: TodoistParts): void {
  mountAuthorize(app, parts)
  mountTokens(app, parts)
  mountSync(app, parts)
  mountAccounts(app, parts)
  mountSwitches(app, parts)
  // Gone since February 2026.
  for (const old of ['/rest/v1/*', '/rest/v2/*', '/sync/v8/*', '/sync/v9/*']) {
    app.all(old, (_request, reply) => sendGone(reply))
  }
}
