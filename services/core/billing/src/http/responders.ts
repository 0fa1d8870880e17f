import type { Responder } from '@triptych/http'

const seeOther = 303

const wantsPage = (accept: string | undefined): boolean => accept?.includes('text/html') === true

/** Where a person's browser goes on in the console; a program gets the answer. */
const goingOnTo =
  (pathOf: (output: unknown) => string): Responder =>
  ({ request, reply }, output) => {
    reply.header('cache-control', 'no-store')
    return wantsPage(request.headers.accept) ? reply.redirect(pathOf(output), seeOther) : output
  }

export const responders: Readonly<Record<string, Responder>> = {
  checkoutSuccess: goingOnTo((output) => {
    const { session_id: session } = output as { session_id: string }
    return `/console/company/plan?session_id=${encodeURIComponent(session)}`
  }),
  checkoutCancel: goingOnTo(() => '/console/company/plan?checkout=canceled'),
}
