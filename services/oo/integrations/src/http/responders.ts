import type { Responder } from '@triptych/http'

const seeOther = 303

const wantsPage = (accept: string | undefined): boolean => accept?.includes('text/html') === true

/** A person comes back from the provider in their browser: they go on in the app. A program gets the connector. */
export const responders: Readonly<Record<string, Responder>> = {
  finishConnect({ request, reply }, output) {
    reply.header('cache-control', 'no-store')
    if (!wantsPage(request.headers.accept)) return output
    const { provider } = output as { provider: string }
    return reply.redirect(`/oo/connect?connected=${encodeURIComponent(provider)}`, seeOther)
  },
}
