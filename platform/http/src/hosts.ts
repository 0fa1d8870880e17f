import { failure, requestErrors } from '@triptych/kernel'
import type { FastifyInstance } from 'fastify'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** Health is asked by machines that know the address alone. */
const free = /^\/health(\/live)?$/

/** A name that somebody else points at this address must not open it to the pages of that name. */
export function refuseForeignHosts(app: FastifyInstance, hosts: readonly string[]): void {
  const known = new Set([...loopback, ...hosts])
  app.addHook('onRequest', (request, _reply, done) => {
    if (known.has(request.hostname.toLowerCase()) || free.test(request.url)) return done()
    return done(
      failure(requestErrors.misdirected, {
        detail: 'Ask under the address of PUBLIC_URL, or add the name to ALLOWED_HOSTS.',
      }),
    )
  })
}
